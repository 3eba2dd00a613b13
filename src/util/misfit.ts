// What is wrong with a value that does not fit its schema, in words for whoever wrote it, and what to write instead. A schema is
// plain JSON Schema here, so whatever library checked the value, the words are ours.
import { nearest } from './nearest.ts';

export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

export type Keys = readonly (string | number)[];

/** What a library says about one place. */
export interface Issue {
  readonly path: Keys;
  readonly message: string;
  /** Keys that the mapping at the place must not have. */
  readonly keys?: readonly string[];
}

export interface Misfit {
  /** The place itself, which may lie deeper than the issue says. */
  readonly path: Keys;
  readonly what: string;
  /** Null where nothing better is known than to look at what fits. */
  readonly fix: string | null;
}

interface Place {
  readonly path: Keys;
  readonly value: unknown;
  readonly schemas: readonly Schema[];
}

export function misfit(issue: Issue, schema: Schema, value: unknown): Misfit {
  const place = deepest(issue.path.reduce(into, { path: [], value, schemas: alternatives(schema) }));
  const [unknown] = issue.keys ?? [];
  if (unknown !== undefined) {
    const path = [...place.path, unknown];
    return { path, what: `unknown key "${named(path)}"`, fix: meant(unknown, keysOf(place)) };
  }
  return { path: place.path, ...saidOf(place, issue) };
}

/** The next step for a word that is not in a closed set. */
export function meant(word: string, allowed: readonly string[]): string {
  const near = nearest(word, allowed);
  return near === null ? `use one of ${allowed.join(', ')}` : `did you mean "${near}"?`;
}

/** Keys from the outside in; numbers of rows are told by the line. */
export function named(path: Keys): string {
  return path.filter((key) => typeof key === 'string').join('.');
}

function into({ path, value, schemas }: Place, key: string | number): Place {
  const inner = schemas.flatMap(({ properties, items }) => (typeof key === 'number' ? items : properties?.[key]) ?? []);
  const held = typeof value === 'object' && value !== null ? (value as Readonly<Record<string | number, unknown>>)[key] : undefined;
  return { path: [...path, key], value: held, schemas: inner.flatMap(alternatives) };
}

function alternatives(schema: Schema): readonly Schema[] {
  return schema.anyOf?.flatMap(alternatives) ?? [schema];
}

/** Of a list that may be one, the row that does not fit. */
function deepest(place: Place): Place {
  const { value } = place;
  if (!Array.isArray(value)) return place;
  const rows = value.map((_, at) => into(place, at));
  const wrong = rows.find((row) => row.schemas.length > 0 && !row.schemas.some((schema) => couldBe(schema, row.value)));
  return wrong ? deepest(wrong) : place;
}

function couldBe(schema: Schema, value: unknown): boolean {
  const values = valuesOf([schema]);
  return values.length > 0
    ? values.includes(value)
    : schema.type === undefined || schema.type.replace('integer', 'number') === kindOf(value);
}

function saidOf({ path, value, schemas }: Place, { message }: Issue): Omit<Misfit, 'path'> {
  const at = path.length === 0 ? 'the file' : `\`${named(path)}\``;
  const values = valuesOf(schemas);
  if (value === undefined) return { what: `${at} is missing`, fix: 'add it' };
  // Only what our own schemas say begins so.
  if (message.startsWith('must ')) return { what: `${at} ${message}`, fix: null };
  if (values.length > 0 && typeof value !== 'object')
    return { what: `${at} does not know "${String(value)}"`, fix: meant(String(value), values.map(String)) };
  const kinds = [...new Set(schemas.flatMap(({ type }) => type ?? []))];
  if (kinds.length > 0 && !schemas.some((schema) => couldBe(schema, value)))
    return { what: `${at} is ${kindWords[kindOf(value)]}, not ${kinds.map((kind) => kindWords[kind]).join(' or ')}`, fix: nextStep(kinds) };
  return { what: `${at} ${isEmpty(value) ? 'is empty' : 'is not right'}`, fix: isEmpty(value) ? 'fill it in, or remove it' : null };
}

function keysOf({ schemas }: Place): readonly string[] {
  return schemas.flatMap(({ properties = {} }) => Object.keys(properties));
}

function valuesOf(schemas: readonly Schema[]): readonly unknown[] {
  return schemas.flatMap((schema) => schema.enum ?? ('const' in schema ? [schema.const] : []));
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : typeof value === 'string' && value.trim() === '';
}

/** As JSON Schema calls it. */
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

const kindWords: Readonly<Record<string, string>> = {
  null: 'empty',
  array: 'a list',
  object: 'a mapping',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'yes or no',
};

function nextStep([kind = '']: readonly string[]): string | null {
  const steps: Readonly<Record<string, string>> = {
    array: 'write its entries with `- `, one below the other',
    object: 'write keys and values, one a line',
    string: 'write a text; what looks like a number or a date needs quotes',
    boolean: 'write true or false',
  };
  return steps[kind] ?? null;
}
