// What `waybill.yaml` may say. Only loaded when there is one; editors get the same as `schema/policy.schema.json`.
import { z } from 'zod';
import { exposures, usages } from '../util/vocabulary.ts';

const text = z.string().trim().min(1).max(1000);
const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);
const rule = text.regex(
  /^[a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){0,8}$/,
  'must be the id of a rule, such as deepseek-endpoint, or a class, such as endpoint',
);
const glob = text.describe('A glob over paths relative to the scanned root, with `/`.');

const match = {
  vendor: oneOrMore(text).optional().describe('Ids of vendors, such as alibaba.'),
  rule: oneOrMore(rule).optional().describe('Ids of rules or classes.'),
  exposure: oneOrMore(z.enum(exposures)).optional(),
  usage: oneOrMore(z.enum(usages)).optional().describe('What kind of file the reference stands in.'),
  path: oneOrMore(glob).optional(),
};

const allowed = z
  .strictObject({ ...match, reason: text.optional() })
  .describe('What is accepted without end. All that is written must hold.');

const denied = z
  .strictObject({
    ...match,
    verdict: z.enum(['review', 'restricted', 'prohibited']).default('prohibited').describe('Raises the score to at least 4, 7 or 9.5.'),
    reason: text.optional(),
  })
  .describe('What is not accepted. Denial is stronger than permission.');

const suppression = z
  .strictObject({
    rule,
    path: glob.optional(),
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{16}:\d{1,6}$/, 'must be a fingerprint as reports print it')
      .optional(),
    reason: text,
    owner: text.describe('Who answers for it: a person or a team.'),
    expires: z.iso.date('must be a date such as 2027-01-31').describe('The last day on which it holds; at most a year ahead.'),
  })
  .describe('Accepts findings of one rule for a time. Needs a path or a fingerprint.');

export const policySchema = z
  .strictObject({
    'fail-on': z.enum(['none', 'note', 'warning', 'error']).default('warning').describe('The lowest level that makes the exit code 1.'),
    'inline-suppressions': z.boolean().default(true).describe('Whether comments `waybill: ignore[rule] reason` count.'),
    allow: z.array(allowed).default([]),
    deny: z.array(denied).default([]),
    suppress: z.array(suppression).default([]),
  })
  .describe('What waybill does about what it finds.');

export type PolicyFile = z.infer<typeof policySchema>;

export function policyJsonSchema(): unknown {
  return { ...z.toJSONSchema(policySchema, { io: 'input', target: 'draft-2020-12' }), title: 'waybill.yaml' };
}
