import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { ScanReport } from '../../src/model.ts';
import { type Format, reporters } from '../../src/report/index.ts';
import { loaders } from '../../src/report/load.ts';
import { empty, report } from './sample.ts';

const options = { width: 80, color: true, inactive: false, brief: false };
const schema = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
const written = (of: ScanReport) => JSON.parse(reporters.json(of, options));

describe('the JSON report', () => {
  it.each([
    ['with findings of every kind', report()],
    ['without findings', empty],
  ])('follows its schema: %s', (_, of) => {
    validate(written(of));
    expect(validate.errors).toBeNull();
  });

  it('loses nothing: what is read back is the report', () => {
    expect(written(report())).toEqual(report());
  });

  it('does not depend on the order in which keys were set', () => {
    const { findings, rules, ...rest } = report();
    expect(reporters.json({ rules, ...rest, findings } as ScanReport, options)).toBe(reporters.json(report(), options));
  });

  it('starts with the name of its schema and ends with a newline', () => {
    expect(reporters.json(empty, options)).toMatch(/^\{\n {2}"schema": "waybill-report-1",\n/);
    expect(reporters.json(empty, options).endsWith('}\n')).toBe(true);
  });
});

describe('the schema of the JSON report', () => {
  const broken: readonly (readonly [string, (of: ScanReport) => unknown])[] = [
    ['another version', (of) => ({ ...of, schema: 'waybill-report-2' })],
    ['a field that it does not know', (of) => ({ ...of, secret: 1 })],
    ['a missing part', ({ coverage: _, ...rest }) => rest],
    ['a credential with a value', (of) => ({ ...of, inventory: [withValue(of)] })],
    ['a column 0', (of) => JSON.parse(JSON.stringify(of).replace('"startColumn":3', '"startColumn":0'))],
    ['a word outside its set', (of) => JSON.parse(JSON.stringify(of).replace('"usage":"deploy"', '"usage":"production"'))],
  ];

  it.each(broken)('refuses %s', (_, change) => {
    expect(validate(change(report()))).toBe(false);
  });
});

function withValue(of: ScanReport): unknown {
  const credential = of.inventory.find(({ reference }) => reference.kind === 'credential');
  return { ...credential, reference: { ...credential?.reference, value: 'sk-1' } };
}

describe('reporters that are loaded one by one', () => {
  it('are those of the registry', async () => {
    for (const [format, load] of Object.entries(loaders)) expect(await load()).toBe(reporters[format as Format]);
    expect(Object.keys(loaders)).toEqual(Object.keys(reporters));
  });
});
