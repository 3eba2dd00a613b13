// `waybill.yaml` and the baseline -> Policy. A mistake is the user's to put right, so it has its line and a next step.
import type { FactsFile, ParsedFile, Path } from '../catalog/source.ts';
import type { Rule } from '../model.ts';
import { UsageError } from '../util/errors.ts';
import { globTest } from '../util/glob.ts';
import { type Issue, misfit, type Schema } from '../util/misfit.ts';
import { baselineOf } from './baseline.ts';
import { policyFile, textOf } from './file.ts';
import { correction, type Known, knownFrom } from './known.ts';
import { openPolicy, type Policy, type Statement, type Suppression } from './open.ts';
import type { PolicyFile } from './schema.ts';

export interface PolicyPlace {
  /** The scanned root: its `waybill.yaml` holds unless another file is named. */
  readonly root: string | null;
  readonly configFile?: string | null;
  readonly baselineFile?: string | null;
  /** ISO date. */
  readonly today: string;
  /** The rules of the scan: a policy may name only what they are about. */
  readonly rules: readonly Rule[];
}

/** @throws UsageError for a file that is missing or not right. */
export async function loadPolicy({ root, configFile = null, baselineFile = null, today, rules }: PolicyPlace): Promise<Policy> {
  const file = policyFile(root, configFile);
  const policy = file === null ? openPolicy : await readPolicy(file, { today, known: knownFrom(rules) });
  return baselineFile === null ? policy : { ...policy, baseline: baselineOf(textOf(baselineFile, 'baseline'), baselineFile) };
}

export interface ReadOptions {
  /** ISO date. */
  readonly today: string;
  readonly known: Known;
}

/** Reads the text of a policy. */
export async function readPolicy(source: FactsFile, options: ReadOptions): Promise<Policy> {
  const [{ parseFacts }, { policyJsonSchema, policySchema }] = await Promise.all([import('../catalog/source.ts'), import('./schema.ts')]);
  const file = parseFacts(source);
  const [problem] = file.problems;
  if (problem) throw new UsageError(problem.what, { code: 'invalid-policy', where: `${file.path}:${problem.line}`, hint: problem.fix });
  const result = policySchema.safeParse(file.value ?? {});
  if (!result.success)
    throw mistake(file, firstOf(result.error.issues as readonly unknown[] as readonly Issue[]), policyJsonSchema() as Schema);
  return policyOf(result.data, { file, ...options });
}

/** A key that is misspelt comes first: what it was meant to be is missing then, and that would be told instead. */
function firstOf(issues: readonly Issue[]): Issue {
  return issues.find(({ keys }) => keys !== undefined) ?? (issues[0] as Issue);
}

/** The first of all mistakes; the others are seen when it is put right. */
function mistake(file: ParsedFile, issue: Issue, schema: Schema): UsageError {
  const { path, what, fix } = misfit(issue, schema, file.value);
  return wrong(file, path, { what, hint: fix ?? 'schema/policy.schema.json says what is expected' });
}

function wrong(file: ParsedFile, path: Path, { what, hint }: { readonly what: string; readonly hint: string }): UsageError {
  return new UsageError(what, { code: 'invalid-policy', where: `${file.path}:${file.lineOf(path)}`, hint });
}

interface Reading extends ReadOptions {
  readonly file: ParsedFile;
}

function policyOf(written: PolicyFile, { file, today, known }: Reading): Policy {
  for (const list of ['allow', 'deny', 'suppress'] as const)
    for (const [index, names] of written[list].entries()) checkNames(names, { file, known, path: [list, index] });
  const allow = written.allow.map((item, index) => statementOf(item, { list: 'allow', index, file }));
  const deny = written.deny.map((item, index) => statementOf(item, { list: 'deny', index, file }));
  return {
    ...openPolicy,
    path: file.path,
    failOn: written['fail-on'],
    inline: written['inline-suppressions'],
    allow,
    deny,
    suppressions: written.suppress.map((item, index) => suppressionOf(item, { file, today, path: ['suppress', index] })),
  };
}

interface Naming {
  readonly file: ParsedFile;
  readonly known: Known;
  readonly path: Path;
}

type Names = { readonly [Key in 'vendor' | 'rule']?: string | readonly string[] | undefined };

function checkNames(names: Names, { file, known, path }: Naming): void {
  for (const kind of ['vendor', 'rule'] as const)
    for (const [index, name] of listOf(names[kind]).entries()) {
      const hint = correction(kind, name, known);
      const at = Array.isArray(names[kind]) ? [...path, kind, index] : [...path, kind];
      if (hint !== null) throw wrong(file, at, { what: `there is no ${kind} "${name}"`, hint });
    }
}

interface Standing {
  readonly list: 'allow' | 'deny';
  readonly index: number;
  readonly file: ParsedFile;
}

type Written = PolicyFile['allow'][number] & { readonly verdict?: PolicyFile['deny'][number]['verdict'] };

function statementOf(written: Written, { list, index, file }: Standing): Statement {
  const { reason: _, verdict: __, ...conditions } = written;
  if (Object.values(conditions).every((value) => value === undefined))
    throw wrong(file, [list, index], {
      what: `\`${list}\` has an entry that means everything`,
      hint: 'say which vendor, rule, exposure, usage or path',
    });
  return {
    vendor: listOf(written.vendor),
    rule: listOf(written.rule),
    exposure: listOf(written.exposure),
    usage: listOf(written.usage),
    path: written.path === undefined ? null : globTest(listOf(written.path)),
    reason: written.reason ?? null,
    verdict: written.verdict ?? 'none',
    line: file.lineOf([list, index]),
  };
}

function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as T];
}

interface Listed {
  readonly file: ParsedFile;
  readonly today: string;
  readonly path: Path;
}

function suppressionOf(item: PolicyFile['suppress'][number], { file, today, path }: Listed): Suppression {
  const { rule, reason, owner, expires, fingerprint = null } = item;
  if (item.path === undefined && fingerprint === null)
    throw wrong(file, path, { what: `the suppression of ${rule} says no place`, hint: 'add a path (a glob) or a fingerprint' });
  const latest = aYearAfter(today);
  if (expires > latest)
    throw wrong(file, [...path, 'expires'], {
      what: `the suppression of ${rule} lasts longer than a year`,
      hint: `use ${latest} at the latest, and renew it then`,
    });
  const test = item.path === undefined ? null : globTest([item.path]);
  return { rule, reason, owner, expires, fingerprint, path: test, line: file.lineOf(path) };
}

/** 29 February has no next year; it counts as 1 March. */
function aYearAfter(today: string): string {
  const next = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  return next.endsWith('-02-29') ? next.replace('-02-29', '-03-01') : next;
}
