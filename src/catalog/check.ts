// What a schema cannot see: two owners of one name, patterns that could hang, examples that are not true.

import { resolve } from 'node:path';
import type { CompiledFile } from './compile.ts';
import { groupBy } from './fact.ts';
import type { NamePattern, PlatformGrammar } from './facts.ts';
import { ownRules, readFacts } from './load.ts';
import { normalPackage } from './packages.ts';
import { patternProblem } from './patterns.ts';
import type { Path, Problem } from './source.ts';

/** One thing that only one owner may claim. */
interface Claim {
  readonly thing: string;
  /** The vendor; null for a platform that is nobody's of the catalog. */
  readonly owner: string | null;
  readonly file: CompiledFile;
  readonly path: Path;
}

/** Every problem of the facts below a directory of rules, in the order of files and lines. A user's facts add to waybill's own. */
export async function checkKnowledge(directory: string): Promise<Problem[]> {
  const { compileKnowledge } = await import('./compile.ts');
  const { files, problems } = compileKnowledge(readFacts(directory));
  const own = resolve(directory) === resolve(ownRules()) ? [] : compileKnowledge(readFacts(ownRules())).files;
  const found = [...problems, ...files.flatMap(patternsOf), ...duplicates(files, own), ...strangers(files, own)];
  return found.toSorted((left, right) => (left.path === right.path ? left.line - right.line : left.path < right.path ? -1 : 1));
}

function at(file: CompiledFile, path: Path, [what, fix]: readonly [string, string]): Problem {
  return { path: file.file.path, line: file.file.lineOf(path), what, fix };
}

/** Every pattern of a file: grammars of names, opaque names, and what platforms peel. */
function patternsOf(file: CompiledFile): Problem[] {
  const named = (file.lists.families ?? []).flatMap(({ value, path }) =>
    asPatterns(value.patterns).flatMap((pattern, index) => examined(file, pattern, [...path, 'patterns', index])),
  );
  const opaque = asPatterns(file.head.opaque).flatMap((pattern, index) => examined(file, pattern, ['opaque', index]));
  const { prefixes = [], suffixes = [], shapes = [], spelling = [] } = (file.head.grammar ?? {}) as Partial<PlatformGrammar>;
  const peeled = { prefixes, suffixes, shapes, spelling: spelling.map(([from]) => from) };
  const grammar = Object.entries(peeled).flatMap(([key, patterns]) =>
    patterns.flatMap((pattern, index) => bounded(file, pattern, ['grammar', key, index])),
  );
  return [...named, ...opaque, ...grammar];
}

function asPatterns(value: unknown): readonly NamePattern[] {
  return Array.isArray(value) ? (value as readonly NamePattern[]) : [];
}

function bounded(file: CompiledFile, pattern: string, path: Path): Problem[] {
  const refused = typeof pattern === 'string' ? patternProblem(pattern) : null;
  return refused ? [at(file, path, [`the pattern has ${refused}`, 'bound it, for example with {0,40}'])] : [];
}

function examined(file: CompiledFile, { pattern, hits = [], misses = [] }: NamePattern, path: Path): Problem[] {
  const refused = bounded(file, pattern, path);
  if (refused.length > 0) return refused;
  const shape = new RegExp(`^(?:${pattern})$`);
  const wrong = (list: readonly string[], key: string, expected: boolean) =>
    list.flatMap((name, index) => {
      if (shape.test(name.toLowerCase()) === expected) return [];
      const what = expected ? `the pattern does not match its hit \`${name}\`` : `the pattern matches its miss \`${name}\``;
      return [at(file, [...path, key, index], [what, 'correct the pattern or the example'])];
    });
  const missing = [hits.length === 0 && 'hit', misses.length === 0 && 'miss'].filter((word) => word !== false);
  return [
    ...missing.map((word) =>
      at(file, path, [`the pattern has no ${word}`, `add at least one to its ${word === 'hit' ? 'hits' : 'misses'}`]),
    ),
    ...wrong(hits, 'hits', true),
    ...wrong(misses, 'misses', false),
  ];
}

/** Nobody shares a host, package, variable, organisation, family or derivative; a vendor's host may also be a platform's. */
function duplicates(files: readonly CompiledFile[], own: readonly CompiledFile[]): Problem[] {
  const groups = groupBy([...own, ...files].flatMap(claimsOf), (claim) => claim.thing);
  const known = new Set(own);
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.flatMap(({ thing, owner, file, path }) => {
      if (known.has(file)) return [];
      if (!first || (first.file.directory !== file.directory && agree(first.owner, owner))) return [];
      const line = first.file.file.lineOf(first.path);
      return [
        at(file, path, [
          `${thing} is claimed twice, first in ${known.has(first.file) ? "waybill's own " : ''}${first.file.file.path}:${line}`,
          'keep one of the two',
        ]),
      ];
    }),
  );
}

function agree(left: string | null, right: string | null): boolean {
  return left === null || right === null || left === right;
}

function ownerOf({ directory, head, file }: CompiledFile): string | null {
  if (typeof head.vendor === 'string') return head.vendor;
  if (directory === 'platforms') return null;
  return typeof head.id === 'string' ? head.id : file.path;
}

function claimsOf(file: CompiledFile): Claim[] {
  const { head, lists } = file;
  const owner = ownerOf(file);
  const listed = (key: string, thingOf: (value: Readonly<Record<string, unknown>>) => string) =>
    (lists[key] ?? []).map(({ value, path }) => ({ thing: thingOf(value), owner, file, path }));
  const hosts = Array.isArray(head.hosts) ? (head.hosts as readonly unknown[]) : [];
  return [
    ...listed('hosts', ({ host, paths }) => `host ${host}${Array.isArray(paths) ? ` below ${paths.join(' ')}` : ''}`),
    ...hosts.map((host, index) => ({ thing: `host ${host}`, owner, file, path: ['hosts', index] })),
    ...listed('packages', ({ ecosystem, name, versions, shared }) => {
      const normal = normalPackage(String(ecosystem), String(name));
      return `package ${ecosystem} ${normal}${versions ? ` ${versions}` : ''}${shared ? `, modules for ${owner}` : ''}`;
    }),
    ...listed('variables', ({ name }) => `variable ${name}`),
    ...listed('organisations', ({ name }) => `organisation ${String(name).toLowerCase()} of ${file.directory}`),
    ...listed('owners', ({ name }) => `owner ${String(name).toLowerCase()}`),
    ...listed('families', ({ id }) => `family ${id}`),
    ...listed('derivatives', ({ name }) => `derivative ${String(name).toLowerCase()}`),
    ...listed('publishers', ({ name }) => `publisher ${String(name).toLowerCase()}`),
  ];
}

/** Families and vendors that are spoken of and that no file describes. */
function strangers(files: readonly CompiledFile[], own: readonly CompiledFile[]): Problem[] {
  const all = [...own, ...files];
  const vendors = new Set(all.filter(({ directory }) => directory === 'vendors').map(({ head }) => head.id));
  const families = new Set(all.flatMap(({ lists }) => (lists.families ?? []).map(({ value }) => value.id)));
  const known = (set: ReadonlySet<unknown>, value: unknown) => value === null || value === undefined || set.has(value);
  return files.flatMap((file) => {
    const own = known(vendors, file.head.vendor) ? [] : [at(file, ['vendor'], stranger('vendor', file.head.vendor))];
    const lists = ['organisations', 'architectures', 'owners', 'models'].flatMap((key) => file.lists[key] ?? []);
    const entries = lists.flatMap(({ value, path }) => [
      ...(known(families, value.family) ? [] : [at(file, path, stranger('family', value.family))]),
      ...(known(vendors, value.vendor) ? [] : [at(file, path, stranger('vendor', value.vendor))]),
    ]);
    return [...own, ...entries];
  });
}

function stranger(kind: 'family' | 'vendor', name: unknown): readonly [string, string] {
  return [`the ${kind} \`${name}\` is described nowhere`, kind === 'vendor' ? 'add rules/vendors/<vendor>.yaml' : 'add it to rules/names'];
}
