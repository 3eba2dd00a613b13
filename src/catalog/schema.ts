// What files of facts may say. Only `compile.ts` imports this, and only when YAML is read: a scan loads compiled knowledge.
import { z } from 'zod';

const text = z.string().min(1).max(2000);
const note = text.optional();
const id = z.string().regex(/^[a-z0-9][-a-z0-9.]{0,60}$/, 'must be lower case, with digits, dots and dashes only');
const country = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code such as CN');
const date = z.iso.date('must be an ISO date such as 2026-11-23');
const texts = z.array(text);
const certainty = z.enum(['exact', 'strong', 'weak']);
const needs = z.enum(['vendor-context', 'model-context']).optional();
const provenance = z.enum(['first-party', 'repack', 'derivative', 'distilled', 'architecture-only', 'unknown']);
const location = z.enum(['mainland', 'outside', 'global-scope', 'unknown']);
const sourced = { source: text, checked: date };

/** Labels, `{name}` for one label (with a fixed lead or tail if need be), `*.` for any labels before. */
const host = z
  .string()
  .regex(/^(?:\*\.)?(?:[-a-z0-9]{0,63}(?:\{[a-z]{1,20}\})?[-a-z0-9]{0,63}\.){1,8}[a-z]{2,20}$/, 'must be a host in lower case')
  .refine((value) => !/(?:^|\.)\./.test(value), 'must not have an empty label');

const pattern = z.strictObject({
  pattern: text,
  certainty,
  needs,
  also: texts.optional(),
  derived: z.boolean().optional(),
  service: z.boolean().optional(),
  hits: texts,
  misses: texts,
});

export const vendorHead = z.strictObject({ id, name: text, jurisdiction: country, ...sourced });

export const vendorLists = {
  entities: z.strictObject({ role: id, name: text, jurisdiction: country, ...sourced }),
  designations: z.strictObject({ list: text, status: text, date, note, ...sourced }),
  organisations: z.strictObject({
    name: text,
    hubs: z.array(z.enum(['huggingface', 'modelscope', 'github'])).min(1),
    role: z.enum(['vendor', 'lab', 'affiliate', 'repack', 'mirror']),
    family: id.nullable(),
    note,
    ...sourced,
  }),
  hosts: z.strictObject({
    host,
    paths: z.array(z.string().startsWith('/')).optional(),
    purpose: z.enum(['api', 'console', 'documentation', 'weights', 'chat', 'telemetry', 'not-a-model']),
    location,
    operator: text,
    note,
    ...sourced,
  }),
  packages: z.strictObject({
    ecosystem: id,
    name: text,
    role: z.enum(['official-sdk', 'adapter', 'agent-cli', 'weights-loader', 'plugin', 'malicious', 'lookalike']),
    imports: texts.optional(),
    shared: z.literal(true).optional(),
    versions: text.optional(),
    note,
    ...sourced,
  }),
  variables: z.strictObject({
    name: z.string().regex(/^\*?[A-Z0-9]{2,30}(?:_[A-Z0-9]{1,30}){0,8}\*?$/, 'must be upper case words joined by `_`'),
    kind: z.enum(['api-key', 'base-url', 'model', 'other']),
    certainty,
    ...sourced,
  }),
  keys: z.strictObject({
    prefix: text,
    alphabet: z.enum(['hex', 'alphanumeric', 'base64url', 'other']),
    minimumLength: z.int().min(8),
    maximumLength: z.int().max(1000),
    needsContext: z.boolean(),
    ...sourced,
  }),
  architectures: z.strictObject({
    line: text,
    family: id,
    types: texts,
    classes: texts,
    gguf: texts.optional(),
    claim: z.enum(['strong', 'medium', 'weak', 'none']),
    also: texts.optional(),
    alsoUsedBy: z.array(z.strictObject({ name: text, families: texts })).optional(),
    note,
    ...sourced,
  }),
  ambiguous: z.strictObject({ word: text, means: text, needs: text, ...sourced }),
};

export const librariesHead = z.strictObject({ id, source: text.optional(), checked: date });

export const librariesLists = {
  packages: z.strictObject({ ecosystem: id, name: text, versions: text.optional(), note, ...sourced }),
};

export const namesHead = z.strictObject({ vendor: id, ...sourced });

export const namesLists = {
  owners: z.strictObject({ name: text, family: id.nullable(), certainty: z.enum(['strong', 'weak']), ...sourced }),
  families: z.strictObject({
    id,
    name: text,
    weights: z.enum(['open', 'api', 'mixed']),
    patterns: z.array(pattern),
    literals: z.array(z.string().regex(/^[!-~]{3,60}$/, 'must be at least 3 ASCII characters')),
    ...sourced,
  }),
  models: z.strictObject({
    name: text,
    family: id,
    retired: text.optional(),
    needs,
    also: texts.optional(),
    service: z.boolean().optional(),
    provenance: provenance.optional(),
    publisher: text.optional(),
    ...sourced,
  }),
};

export const platformHead = z.strictObject({
  id,
  name: text,
  kind: z.enum(['cloud', 'host', 'router', 'local', 'hub', 'library', 'tool']),
  operator: z.strictObject({
    name: text,
    jurisdiction: country.nullable(),
    kind: z.enum(['vendor', 'host', 'router', 'self', 'unknown']),
  }),
  vendor: id.optional(),
  serves: z.enum(['own', 'many']).optional(),
  location,
  aliases: texts,
  calls: texts,
  hosts: z.array(host),
  defaultHost: z.string().nullable(),
  grammar: z.strictObject({
    prefixes: texts,
    suffixes: texts,
    owner: z.string().nullable(),
    shapes: texts.optional(),
    spelling: z.array(z.tuple([z.string(), z.string()])),
    examples: texts,
  }),
  opaque: z.array(pattern),
  ...sourced,
});

export const platformLists = {
  models: z.strictObject({ name: text, vendor: id, family: id, provenance, base: text.optional(), ...sourced }),
};

/** Each group of a lineage names its own source. */
export const lineageHead = z.strictObject({ source: text.optional(), checked: date });

export const lineageLists = {
  derivatives: z.strictObject({
    name: text,
    relation: z.enum(['finetune', 'quantized', 'adapter', 'merge', 'distilled', 'architecture-only', 'same']),
    parents: texts,
    families: texts,
    teachers: texts.optional(),
    part: id.optional(),
    not: z.boolean().optional(),
    certainty,
    note,
    ...sourced,
  }),
  publishers: z.strictObject({ name: text, role: z.enum(['repack', 'finetune', 'mirror', 'random']), note, ...sourced }),
};
