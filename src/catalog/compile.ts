// YAML facts -> knowledge. Everything that does not fit is a problem with its file and line; nothing is guessed or dropped in silence.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Issue, misfit, type Schema } from '../util/misfit.ts';
import { nearest } from '../util/nearest.ts';
import { by } from '../util/sort.ts';
import { type Entry, expandList, isFields, sourcingOf } from './expand.ts';
import type { Knowledge, LibraryFacts, NamesFacts, PlatformFacts, VendorFacts } from './facts.ts';
import { libraryLiteralsOf, literalsOf } from './literals.ts';
import * as schema from './schema.ts';
import { type FactsFile, type ParsedFile, type Path, type Problem, parseFacts } from './source.ts';

interface Kind {
  readonly head: z.ZodType;
  readonly lists: Readonly<Record<string, z.ZodType>>;
}

/** By directory. */
const kinds: Readonly<Record<string, Kind>> = {
  vendors: { head: schema.vendorHead, lists: schema.vendorLists },
  libraries: { head: schema.librariesHead, lists: schema.librariesLists },
  names: { head: schema.namesHead, lists: schema.namesLists },
  platforms: { head: schema.platformHead, lists: schema.platformLists },
  lineage: { head: schema.lineageHead, lists: schema.lineageLists },
};

/** A file as it was understood, with the place of each entry of its lists. */
export interface CompiledFile {
  readonly file: ParsedFile;
  readonly directory: string;
  readonly head: Readonly<Record<string, unknown>>;
  readonly lists: Readonly<Record<string, readonly Entry[]>>;
}

export interface Compilation {
  readonly knowledge: Knowledge;
  readonly files: readonly CompiledFile[];
  readonly problems: readonly Problem[];
}

export function compileKnowledge(files: readonly FactsFile[]): Compilation {
  const problems: Problem[] = [];
  const compiled: CompiledFile[] = [];
  for (const file of files.toSorted(by(placeOf))) {
    const result = compileFile(parseFacts(file));
    problems.push(...result.problems);
    if (result.compiled) compiled.push(result.compiled);
  }
  return { knowledge: joined(compiled), files: compiled, problems };
}

function compileFile(file: ParsedFile): { readonly compiled: CompiledFile | null; readonly problems: readonly Problem[] } {
  const directory = directoryOf(file);
  const kind = kinds[directory];
  if (!kind || file.problems.length > 0) return { compiled: null, problems: file.problems };
  if (!isFields(file.value)) return { compiled: null, problems: [problem(file, [], 'the file is not a mapping', 'begin it with keys')] };
  const fields = file.value;
  const sourcing = sourcingOf(fields);
  const problems: Problem[] = [];
  const head = Object.fromEntries(Object.entries(fields).filter(([key]) => !(key in kind.lists)));
  problems.push(...misfits({ file, fits: kind.head, value: head, path: [], lists: Object.keys(kind.lists) }));
  const lists: Record<string, readonly Entry[]> = {};
  for (const [key, fits] of Object.entries(kind.lists)) {
    const entries = expandList(fields[key], [key], sourcing);
    for (const { value, path } of entries) problems.push(...misfits({ file, fits, value, path }));
    lists[key] = entries;
  }
  return { compiled: { file, directory, head, lists }, problems };
}

/** Within its directory of rules. Files of one place stay in the order of their directories: the first one is waybill's own. */
function placeOf(file: FactsFile): string {
  return file.path.split('/').slice(-2).join('/');
}

function directoryOf(file: FactsFile): string {
  return file.path.split('/').at(-2) ?? '';
}

interface Fitting {
  readonly file: ParsedFile;
  readonly fits: z.ZodType;
  readonly value: unknown;
  readonly path: Path;
  /** Keys that stand beside those of the value and are looked at by themselves. */
  readonly lists?: readonly string[];
}

function misfits({ file, fits, value, path, lists = [] }: Fitting): Problem[] {
  const result = fits.safeParse(value);
  if (result.success) return [];
  const written = z.toJSONSchema(fits, { io: 'input' }) as Schema;
  const schema = { ...written, properties: { ...written.properties, ...Object.fromEntries(lists.map((list) => [list, {}])) } };
  const issues = result.error.issues as unknown as readonly Issue[];
  const misspelt = new Set(issues.flatMap(({ keys = [] }) => keys.map((key) => nearest(key, Object.keys(schema.properties)))));
  // A key that is misspelt is not missing as well.
  const told = issues.filter(
    ({ path: [key, ...deeper] }) =>
      deeper.length > 0 || !misspelt.has(String(key)) || (isFields(value) && key !== undefined && key in value),
  );
  return told.flatMap(eachKey).map((issue) => {
    const { path: inner, what, fix } = misfit(issue, schema, value);
    return problem(file, [...path, ...inner], what, fix ?? `see the files in waybill's own rules/${directoryOf(file)} for examples`);
  });
}

function eachKey(issue: Issue): readonly Issue[] {
  return issue.keys === undefined ? [issue] : issue.keys.map((key) => ({ ...issue, keys: [key] }));
}

function problem(file: ParsedFile, path: Path, ...[what, fix]: readonly [string, string]): Problem {
  return { path: file.path, line: file.lineOf(path), what, fix };
}

function joined(files: readonly CompiledFile[]): Knowledge {
  const whole = files.map(({ directory, head, lists }) => ({ directory, facts: { ...head, ...valuesOf(lists) } as unknown }));
  const of = <T>(directory: string) => whole.filter((item) => item.directory === directory).map((item) => item.facts as T);
  const names = of<NamesFacts>('names');
  const lineage = of<Pick<Knowledge, 'derivatives' | 'publishers'>>('lineage');
  return stamped({
    vendors: mergedById(of<VendorFacts>('vendors')).map((vendor) => withNames(vendor, names)),
    platforms: mergedById(of<PlatformFacts>('platforms')),
    libraries: mergedById(of<LibraryFacts>('libraries')),
    derivatives: lineage.flatMap((item) => item.derivatives).toSorted(by((item) => item.name.toLowerCase())),
    publishers: lineage.flatMap((item) => item.publishers).toSorted(by((item) => item.name.toLowerCase())),
  });
}

function valuesOf(lists: CompiledFile['lists']): Record<string, readonly unknown[]> {
  return Object.fromEntries(Object.entries(lists).map(([key, entries]) => [key, entries.map((entry) => entry.value)]));
}

function withNames(vendor: VendorFacts, names: readonly NamesFacts[]): VendorFacts {
  const own = names.filter((item) => item.vendor === vendor.id);
  const all = <K extends 'owners' | 'families' | 'models'>(key: K) => own.flatMap((item) => item[key] as readonly unknown[]);
  return { ...vendor, owners: all('owners'), families: all('families'), models: all('models') } as unknown as VendorFacts;
}

/** A second file of the same id (a user's own rules) adds to the lists of the first and may restate the rest. */
function mergedById<T extends { readonly id: string }>(facts: readonly T[]): T[] {
  const byId = new Map<string, T>();
  for (const item of facts) {
    const earlier = byId.get(item.id);
    byId.set(item.id, earlier ? merged(earlier, item) : item);
  }
  return [...byId.values()].toSorted(by((item) => item.id));
}

function merged<T extends object>(earlier: T, later: T): T {
  const both = Object.entries(later).map(([key, value]) => {
    const before: unknown = (earlier as Record<string, unknown>)[key];
    return [key, Array.isArray(value) && Array.isArray(before) ? [...before, ...value] : value];
  });
  return { ...earlier, ...Object.fromEntries(both) };
}

function stamped(facts: Omit<Knowledge, 'version' | 'checked' | 'literals' | 'libraryLiterals'>): Knowledge {
  const text = JSON.stringify(facts);
  const dates = [...text.matchAll(/"checked":"([-\d]{10})"/g)].map(([, date = '']) => date);
  const checked = dates.toSorted().at(-1) ?? '';
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const literals = { literals: literalsOf(facts), libraryLiterals: libraryLiteralsOf(facts.libraries) };
  return { version: `${checked.replaceAll('-', '.')}-${digest}`, checked, ...facts, ...literals };
}
