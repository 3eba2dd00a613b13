// Calls of what a vendor's module brought that name no model: `ChatVendor()`, `vendor.Generation.call(`. The service has a default,
// or is told elsewhere which model to use; that it is asked is known either way.
import { OPEN } from '../../formats/code/tokens.ts';
import { slice } from '../../formats/nodes.ts';
import type { Region } from '../../model.ts';
import { evidence } from '../evidence.ts';
import { type Code, isPlainCode, tokenFrom } from './code.ts';
import { importKey, rootOfModule } from './imports.ts';
import { modulesOf } from './modules.ts';
import { importsOf } from './names.ts';

const CALL = /(?<![\w$.])([A-Za-z_]\w{0,80})((?:\.[A-Za-z_]\w{0,60}){0,3})\(/g;
/** What a module also holds, and what asks nobody. */
const HELPER = /(?:Messages?|Role|Callback|Result|Response|Output|Error|Exception|Status|Type|Tokenizer|Format|Params?|Config|Settings)$/;
const MOST = 5000;

export function readServices(code: Code): void {
  const bound = boundNames(code);
  if (bound.size === 0) return;
  let steps = 0;
  for (const { 0: whole, 1: root = '', 2: rest = '', index } of code.skeleton.text.matchAll(CALL)) {
    if (++steps > MOST) return;
    const module = bound.get(root);
    if (module !== undefined && asks(code, root + rest, index)) sightCall(code, module, { start: index, end: index + whole.length - 1 });
  }
}

/** Names of this file that came with a module that touches a hit, and what they are called there. */
function boundNames(code: Code): ReadonlyMap<string, string> {
  const { seen } = code.reading;
  const found = new Map<string, string>();
  if (!/^(?:python|javascript)$/.test(code.skeleton.language.name)) return found;
  for (const [name, { module, name: taken }] of importsOf(code)) {
    const full = code.skeleton.language.name === 'python' ? `${module}.${taken}` : module;
    if ([module, full, rootOfModule(module)].some((written) => seen.has(importKey(written)))) found.set(name, full);
  }
  for (const [name, { module }] of code.skeleton.language.name === 'python' ? modulesOf(code) : [])
    if (seen.has(importKey(rootOfModule(module)))) found.set(name, module);
  return found;
}

/** A class that is made, or a method of one that is called; JavaScript says `new`, or that it creates one. */
function asks({ skeleton: { text, language } }: Code, path: string, start: number): boolean {
  if (language.name === 'javascript' && /^create[A-Z]\w+$/.test(path)) return !HELPER.test(path);
  const parts = path.split('.');
  const isClass = /^[A-Z]/.test(parts.at(-1) ?? '');
  const name = isClass ? parts.at(-1) : parts.at(-2);
  if (name === undefined || !/^[A-Z]/.test(name) || HELPER.test(name)) return false;
  const lead = text.slice(Math.max(0, start - 12), start);
  return language.name === 'python' ? !/\bclass\s{1,4}$/.test(lead) : isClass && /\bnew\s{1,4}$/.test(lead);
}

function sightCall(code: Code, module: string, { start, end }: { readonly start: number; readonly end: number }): void {
  const { reading, skeleton, source, ecosystem, routeAt } = code;
  const open = tokenFrom(code, end);
  const close = skeleton.links[open] ?? -1;
  const call = skeleton.text.slice(start, end);
  if (ecosystem === null || skeleton.kinds[open] !== OPEN || close < 0 || !isPlainCode(code, start) || reading.seen.has(`call ${call}`))
    return;
  const all = slice(source, start, skeleton.ends[close] ?? end);
  const place = { route: routeAt(start), context: 'argument' as const };
  if (isTold(code, module) || namesModel(code, evidence(reading.document, { ...place, start: all.start, end: all.end }).region)) return;
  reading.seen.add(`call ${call}`);
  const node = slice(source, start, end);
  const plain = { version: null, requirement: null, scope: 'runtime', direct: true, introducedBy: [], pathCount: 0 } as const;
  const seen = evidence(reading.document, { ...place, start: node.start, end: node.end });
  reading.out.push({ kind: 'package', ecosystem, name: module, as: 'import', ...plain, evidence: seen });
}

/** A model that is asked of what the module made is told by itself. */
function isTold({ reading }: Code, module: string): boolean {
  return reading.out.some((seen) => seen.kind === 'model' && seen.provider === module);
}

function namesModel({ reading }: Code, region: Region | null): boolean {
  return (
    region !== null &&
    reading.out.some((seen) => {
      const line = seen.kind === 'model' ? (seen.evidence.region?.startLine ?? 0) : 0;
      return line >= region.startLine && line <= region.endLine;
    })
  );
}
