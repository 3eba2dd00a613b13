import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadPolicy, openPolicy } from '../../src/policy/policy.ts';
import { policyJsonSchema } from '../../src/policy/schema.ts';
import { policyOf, rules, TODAY } from './findings.ts';

const root = mkdtempSync(join(tmpdir(), 'waybill-policy-'));
afterAll(() => rmSync(root, { recursive: true }));
const file = (name: string, text: string) => {
  writeFileSync(join(root, name), text);
  return join(root, name);
};

const whole = readFileSync(new URL('../../fixtures/policy/whole.yaml', import.meta.url), 'utf8');

describe('a policy', () => {
  it('may say everything', async () => {
    const policy = await policyOf(whole);
    expect(policy).toMatchObject({ path: 'waybill.yaml', failOn: 'error', inline: false });
    expect(policy.allow.map(({ vendor, exposure, line }) => [vendor, exposure, line])).toEqual([[['alibaba'], ['weights', 'artefact'], 6]]);
    expect(policy.deny.map(({ rule, verdict }) => [rule, verdict])).toEqual([
      [['endpoint', 'agent-endpoint'], 'prohibited'],
      [[], 'restricted'],
    ]);
    expect(policy.suppressions.map(({ rule, owner, expires, line }) => [rule, owner, expires, line])).toEqual([
      ['deepseek-endpoint', 'platform-team', '2027-02-28', 18],
      ['credential', 'platform-team', '2027-02-28', 23],
    ]);
  });

  it('may say nothing', async () => {
    expect(await policyOf('')).toEqual({ ...openPolicy, path: 'waybill.yaml' });
    expect(await policyOf('# nothing\n')).toMatchObject({ failOn: 'warning' });
  });

  const suppression = '{ rule: endpoint, path: "**", reason: known, owner: me, expires: 2027-01-01 }';
  const without = (part: string) => `suppress:\n  - ${suppression.replace(part, '')}\n`;

  it.each<readonly [string, string, string, string | RegExp, string | RegExp]>([
    ['an unknown key', 'fail-on: error\nfial-on: note\n', 'waybill.yaml:2', 'unknown key "fial-on"', 'did you mean "fail-on"?'],
    [
      'an unknown key inside',
      'allow:\n  - vendor: alibaba\n    vender: x\n',
      'waybill.yaml:3',
      'unknown key "allow.vender"',
      'did you mean "vendor"?',
    ],
    ['an unknown key far from any', 'colours: 1\n', 'waybill.yaml:1', 'unknown key "colours"', /^use one of fail-on, .*suppress$/],
    ['an unknown level', 'fail-on: eror\n', 'waybill.yaml:1', '`fail-on` does not know "eror"', 'did you mean "error"?'],
    [
      'a level like no other',
      'fail-on: fatal\n',
      'waybill.yaml:1',
      '`fail-on` does not know "fatal"',
      /^use one of none, note, warning, error$/,
    ],
    ['a list of levels', 'fail-on: [error]\n', 'waybill.yaml:1', '`fail-on` is a list, not a text', /^write a text/],
    [
      'no yes or no',
      'inline-suppressions: on\n',
      'waybill.yaml:1',
      '`inline-suppressions` is a text, not yes or no',
      'write true or false',
    ],
    [
      'an unknown usage',
      'allow:\n  - usage: runtme\n',
      'waybill.yaml:2',
      '`allow.usage` does not know "runtme"',
      'did you mean "runtime"?',
    ],
    [
      'an unknown usage of several',
      'allow:\n  - usage: [test,\n      tests]\n',
      'waybill.yaml:3',
      '`allow.usage` does not know "tests"',
      'did you mean "test"?',
    ],
    ['no usage of several', 'allow:\n  - usage: []\n', 'waybill.yaml:2', '`allow.usage` is empty', /fill it in/],
    ['a number', 'deny:\n  - vendor: 3\n', 'waybill.yaml:2', '`deny.vendor` is a number, not a text or a list', /needs quotes/],
    ['an empty text', 'deny:\n  - vendor: ""\n', 'waybill.yaml:2', '`deny.vendor` is empty', /fill it in/],
    ['one entry without its list', 'deny:\n  vendor: deepseek\n', 'waybill.yaml:2', '`deny` is a mapping, not a list', /`- `/],
    ['an empty list', 'deny:\nallow: []\n', 'waybill.yaml:1', '`deny` is empty, not a list', /`- `/],
    ['no reason', without('reason: known, '), 'waybill.yaml:2', '`suppress.reason` is missing', 'add it'],
    [
      'a misspelt reason',
      without('x').replace('reason', 'reson'),
      'waybill.yaml:2',
      'unknown key "suppress.reson"',
      'did you mean "reason"?',
    ],
    ['no owner', without('owner: me, '), 'waybill.yaml:2', '`suppress.owner` is missing', 'add it'],
    ['no end', without(', expires: 2027-01-01'), 'waybill.yaml:2', '`suppress.expires` is missing', 'add it'],
    [
      'no place',
      without('path: "**", '),
      'waybill.yaml:2',
      'the suppression of endpoint says no place',
      'add a path (a glob) or a fingerprint',
    ],
    ['no rule', without('rule: endpoint, '), 'waybill.yaml:2', '`suppress.rule` is missing', 'add it'],
    [
      'an end beyond a year',
      `suppress:\n  - ${suppression.replace('2027-01-01', '2027-11-26')}\n`,
      'waybill.yaml:2',
      'the suppression of endpoint lasts longer than a year',
      'use 2027-11-25 at the latest, and renew it then',
    ],
    [
      'a day that is none',
      `suppress:\n  - ${suppression.replace('2027-01-01', '2027-02-30')}\n`,
      'waybill.yaml:2',
      '`suppress.expires` must be a date such as 2027-01-31',
      'schema/policy.schema.json says what is expected',
    ],
    [
      'permission for everything',
      'allow:\n  - reason: whatever\n',
      'waybill.yaml:2',
      '`allow` has an entry that means everything',
      /^say which/,
    ],
    ['denial of everything', 'deny:\n  - verdict: review\n', 'waybill.yaml:2', '`deny` has an entry that means everything', /^say which/],
    ['a list', '- allow\n', 'waybill.yaml:1', 'the file is a list, not a mapping', 'write keys and values, one a line'],
    ['a key twice', 'fail-on: error\nfail-on: none\n', 'waybill.yaml:2', 'a key stands twice in one mapping', 'remove one of the two'],
    ['a tab', '\tfail-on: error\n', 'waybill.yaml:1', 'a tab stands where blanks must', 'indent with blanks'],
    ['two documents', 'fail-on: error\n---\nallow: []\n', 'waybill.yaml:2', 'a second document begins here', /`---`/],
    ['an alias of nothing', 'allow: []\nfail-on: *x\n', 'waybill.yaml:2', 'the alias *x has no anchor', /^write &x before/],
    ['an alias of what comes later', 'fail-on: *x\nallow: &x []\n', 'waybill.yaml:1', 'the alias *x has no anchor', /^write &x before/],
    [
      'aliases without end',
      [
        'a: &a [x, x]',
        ...Array.from({ length: 12 }, (_, at) => `k${at}: &k${at} [${Array(9).fill(at === 0 ? '*a' : `*k${at - 1}`)}]`),
      ].join('\n'),
      'waybill.yaml:2',
      'the aliases unfold to more than can be read',
      'write what they stand for',
    ],
    ['an alias of itself', 'deny: &a [*a]\n', 'waybill.yaml:1', /^`deny/, /./],
    ['no YAML', 'allow: [\n', 'waybill.yaml:2', /^not valid YAML/, /syntax/],
  ])('with %s is a mistake with a line and a next step', async (_, text, where, message, hint) => {
    const error = await policyOf(text).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'UsageError', code: 'invalid-policy', where });
    const { message: said, hint: told } = error as { message: string; hint: string };
    expect(said).toMatch(message);
    expect(told).toMatch(hint);
  });

  it('may end a year from today, also on a leap day', async () => {
    const until = (day: string, today: string) => policyOf(`suppress:\n  - ${suppression.replace('2027-01-01', day)}\n`, today);
    await expect(until('2027-11-25', TODAY)).resolves.toBeDefined();
    await expect(until('2029-03-01', '2028-02-29')).resolves.toBeDefined();
    await expect(until('2029-03-02', '2028-02-29')).rejects.toThrow('longer than a year');
  });
});

describe('a name in a policy', () => {
  const suppress = (rule: string) => `suppress:\n  - rule: ${rule}\n    path: "**"\n    reason: r\n    owner: o\n    expires: 2027-01-01\n`;

  it.each<readonly [string, string, string, string]>([
    ['deny:\n  - vendor: depseek\n', 'waybill.yaml:2', 'there is no vendor "depseek"', 'did you mean deepseek?'],
    [
      'allow:\n  - reason: r\n    vendor: [alibaba,\n      Moonshot]\n',
      'waybill.yaml:4',
      'there is no vendor "Moonshot"',
      'did you mean moonshot?',
    ],
    ['deny:\n  - vendor: qwen\n', 'waybill.yaml:2', 'there is no vendor "qwen"', 'use one of alibaba, any, deepseek, moonshot'],
    [
      'deny:\n  - vendor: deepseek\n    rule:\n      - endpoint\n      - wieghts\n',
      'waybill.yaml:5',
      'there is no rule "wieghts"',
      'did you mean weights?',
    ],
    [suppress('deepseek-endpiont'), 'waybill.yaml:2', 'there is no rule "deepseek-endpiont"', 'did you mean deepseek-endpoint?'],
    [suppress('licence-of-weights'), 'waybill.yaml:2', 'there is no rule "licence-of-weights"', '`waybill rules list` shows the rules'],
  ])('is refused where nothing is called so (%#)', async (text, where, message, hint) => {
    await expect(policyOf(text)).rejects.toMatchObject({ name: 'UsageError', code: 'invalid-policy', where, message, hint });
  });

  it.each(['vendor: any', 'rule: any-endpoint', 'rule: [deepseek-weights, weights]', 'vendor: [deepseek, alibaba]'])(
    'is a vendor, a rule or a class: %s',
    async (names) => {
      await expect(policyOf(`deny:\n  - ${names}\n`)).resolves.toBeDefined();
    },
  );

  it('is one of the rules of the scan', async () => {
    const configFile = file('names.yaml', 'deny:\n  - rule: own-class\n');
    const own = { id: 'acme-own-class', class: 'own-class', vendor: 'acme' } as unknown as (typeof rules)[number];
    await expect(loadPolicy({ root: null, configFile, today: TODAY, rules })).rejects.toMatchObject({ where: `${configFile}:2` });
    await expect(loadPolicy({ root: null, configFile, today: TODAY, rules: [...rules, own] })).resolves.toBeDefined();
  });
});

describe('the place of a policy', () => {
  it('is the root, unless another file is named', async () => {
    expect(await loadPolicy({ root, today: TODAY, rules })).toBe(openPolicy);
    expect(await loadPolicy({ root: null, today: TODAY, rules })).toBe(openPolicy);
    file('waybill.yaml', 'fail-on: note\n');
    expect(await loadPolicy({ root, today: TODAY, rules })).toMatchObject({ failOn: 'note', path: 'waybill.yaml' });
    const other = file('other.yaml', 'fail-on: none\n');
    expect(await loadPolicy({ root, configFile: other, today: TODAY, rules })).toMatchObject({ failOn: 'none', path: other });
  });

  it('must exist if it is named', async () => {
    await expect(loadPolicy({ root, configFile: join(root, 'absent.yaml'), today: TODAY, rules })).rejects.toMatchObject({
      code: 'missing-policy',
    });
    await expect(loadPolicy({ root, baselineFile: join(root, 'absent.json'), today: TODAY, rules })).rejects.toMatchObject({
      code: 'missing-baseline',
    });
    await expect(loadPolicy({ root, configFile: root, today: TODAY, rules })).rejects.toThrow('is a folder');
  });

  /** A folder with something at `waybill.yaml`. */
  const rootWith = (make: (path: string) => void) => {
    const folder = mkdtempSync(join(root, 'root-'));
    make(join(folder, 'waybill.yaml'));
    return folder;
  };
  const pipe = (path: string) => void execFileSync('mkfifo', [path]);

  it.each<readonly [string, (path: string) => void]>([
    ['a folder', (path) => void mkdirSync(path)],
    ['a symbolic link', (path) => symlinkSync(file('outside.yaml', 'fail-on: none\n'), path)],
    ['a symbolic link', (path) => symlinkSync('absent.yaml', path)],
    ...(process.platform === 'win32' ? [] : [['a named pipe', pipe] as const]),
  ])('is refused in the tree where it is %s (%#)', async (what, make) => {
    const folder = rootWith(make);
    await expect(loadPolicy({ root: folder, today: TODAY, rules })).rejects.toMatchObject({
      name: 'UsageError',
      message: `the policy waybill.yaml of the scanned folder is ${what}`,
      where: 'waybill.yaml',
      hint: expect.stringContaining('--config'),
    });
    const other = file('other.yaml', 'fail-on: none\n');
    expect(await loadPolicy({ root: folder, configFile: other, today: TODAY, rules })).toMatchObject({ failOn: 'none' });
  });

  it('may be a link to a file where the user names it, and nothing else', async () => {
    const link = join(root, 'link.yaml');
    symlinkSync(file('other.yaml', 'fail-on: none\n'), link);
    expect(await loadPolicy({ root: null, configFile: link, today: TODAY, rules })).toMatchObject({ failOn: 'none', path: link });
    const toFolder = join(root, 'to-folder');
    symlinkSync(root, toFolder);
    await expect(loadPolicy({ root: null, configFile: toFolder, today: TODAY, rules })).rejects.toMatchObject({ name: 'UsageError' });
  });

  it.runIf(process.platform !== 'win32')('does not wait for a pipe that the user names', async () => {
    const path = join(root, 'pipe');
    pipe(path);
    for (const named of [{ configFile: path }, { baselineFile: path }])
      await expect(loadPolicy({ root: null, ...named, today: TODAY, rules })).rejects.toThrow('is a named pipe');
  });
});

describe('the baseline', () => {
  const load = (text: string) => loadPolicy({ root: null, baselineFile: file('report.json', text), today: TODAY, rules });

  it('is the fingerprints of a report', async () => {
    const findings = [{ fingerprint: 'a:1' }, { fingerprint: 'b:1', disposition: 'suppressed' }, {}, null];
    const { baseline } = await load(JSON.stringify({ schema: 'waybill-report-1', findings }));
    expect([...baseline]).toEqual(['a:1', 'b:1']);
  });

  it.each([
    ['no JSON', '{'],
    ['something else', '{"version":"2.1.0","runs":[]}'],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['no findings', '{"schema":"waybill-report-1"}'],
  ])('is a mistake if it is %s', async (_, text) => {
    await expect(load(text)).rejects.toMatchObject({ name: 'UsageError', code: 'invalid-baseline' });
  });
});

describe('the schema for editors', () => {
  /** Made anew with `node scripts/policy-schema.mjs`. */
  it('is what is checked', () => {
    const published: unknown = JSON.parse(readFileSync(new URL('../../schema/policy.schema.json', import.meta.url), 'utf8'));
    expect(published).toEqual(policyJsonSchema());
  });
});
