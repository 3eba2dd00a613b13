// What the names of a file say about each other: a constant and its value, a variable and its default.
import { slice } from '../../formats/nodes.ts';
import { rootSpot, type Spot, sightEdge } from '../config/sight.ts';
import type { Code } from './code.ts';
import type { Reader } from './literals.ts';
import { importsOf } from './names.ts';
import { usesOf } from './uses.ts';

const IDENTIFIER = /^[A-Za-z_$][\w$]{0,100}$/;

export function sightNames({ code, literal: { node }, site }: Reader, name: string, spot: Spot): void {
  const { path } = code.reading.document;
  if (site.variable !== null && IDENTIFIER.test(site.variable)) {
    sightEdge(code.reading, node, spot, { from: `env:${site.variable}`, relation: 'alias', to: name });
  }
  const isDefinition = site.context === 'assignment' || (site.context === 'default' && site.scopes.length === 0) || site.variable !== null;
  if (isDefinition && site.key !== null && site.route.length === 1 && IDENTIFIER.test(site.key)) {
    sightEdge(code.reading, node, spot, { from: `symbol:${path}#${site.key}`, relation: 'alias', to: name });
  }
}

/** A model's name that is imported from another file of this tree is what that file says it is. */
export function sightImported(code: Code): void {
  const { document } = code.reading;
  const uses = usesOf(code);
  if (uses.size === 0) return;
  const imports = importsOf(code);
  for (const [name, { start }] of uses) {
    const imported = imports.get(name);
    const path = imported ? pathOf(document.path, imported.module) : null;
    if (!imported || path === null) continue;
    const node = slice(code.source, start, start + name.length);
    const spot = { ...rootSpot(document, 'argument'), route: [...code.routeAt(node.start), name] };
    sightEdge(code.reading, node, spot, {
      from: `symbol:${document.path}#${name}`,
      relation: 'alias',
      to: `symbol:${path}#${imported.name}`,
    });
  }
}

/** The file that a relative module stands for, or null. JavaScript names the built file of a TypeScript one. */
function pathOf(from: string, module: string): string | null {
  const extension = /\.\w+$/.exec(from)?.[0] ?? '';
  const folder = from.split('/').slice(0, -1);
  const python = /^(\.{1,8})([\w.]{1,200})$/.exec(module);
  if (extension.startsWith('.py') && python) {
    const [, dots = '.', name = ''] = python;
    return [...folder.slice(0, Math.max(0, folder.length - dots.length + 1)), ...name.split('.')].join('/') + extension;
  }
  if (!/^\.{1,2}\//.test(module)) return null;
  for (const part of module.split('/')) {
    if (part === '..') folder.pop();
    else if (part !== '.') folder.push(part);
  }
  return folder.join('/').replace(/\.[cm]?[jt]sx?$/, '') + extension.replace('x', '');
}
