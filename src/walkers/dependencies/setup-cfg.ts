// setuptools' declarative configuration: lists of requirements, one a line.
import { type ScalarNode, scalar } from '../../formats/nodes.ts';
import type { PackageScope } from '../../model.ts';
import { dependencyWalker, type Listed } from './listing.ts';
import { requirementIn } from './requirements.ts';

export const setupCfg = dependencyWalker({
  name: 'setup-cfg',
  reads: '`setup.cfg`: requirements of setuptools',
  files: /(?:^|\/)setup\.cfg$/,
  ecosystem: 'pypi',
  list: ({ text }) => ({ entries: list(text) }),
});

const OPTIONS: Readonly<Record<string, PackageScope>> = {
  install_requires: 'runtime',
  'install-requires': 'runtime',
  setup_requires: 'build',
  tests_require: 'development',
};

function* list(text: string): Generator<Listed> {
  let section = '';
  let option = '';
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const line = text.slice(at, end);
    const start = at;
    at = end + 1;
    const [, header] = /^\s{0,20}\[([^\]]{1,100})\]/.exec(line) ?? [];
    const [lead = '', name] = /^([A-Za-z][\w.-]{0,100})\s{0,20}[=:]/.exec(line) ?? [];
    if (header) {
      section = header.trim();
      option = '';
    } else if (name) option = name;
    else if (!/^\s/.test(line)) continue;
    const scope = scopeOf(section, option);
    if (scope) yield* requirementsIn(line, start, { from: name ? lead.length : 0, scope, route: [section, option] });
  }
}

function scopeOf(section: string, option: string): PackageScope | null {
  if (section === 'options.extras_require') return option ? 'optional' : null;
  return section === 'options' ? (OPTIONS[option] ?? null) : null;
}

interface Piece {
  readonly from: number;
  readonly scope: PackageScope;
  readonly route: readonly string[];
}

function* requirementsIn(line: string, start: number, { from, scope, route }: Piece): Generator<Listed> {
  const comment = line.search(/(?:^|\s)#/);
  const rest = line.slice(from, comment < 0 ? line.length : Math.max(from, comment));
  const entry = requirementIn(trimmed(rest, start + from), { scope, route });
  if (entry) yield entry;
}

function trimmed(text: string, start: number): ScalarNode {
  const lead = text.length - text.trimStart().length;
  const value = text.trim();
  return scalar(value, start + lead, start + lead + value.length);
}
