import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../src/policy/baseline.ts';

const report = (schema: string) => JSON.stringify({ schema, findings: [{ fingerprint: '0123456789abcdef:1' }, {}] });

describe('baselineOf', () => {
  it('is the fingerprints of a report, however it is laid out', () => {
    expect([...baselineOf(report('waybill-report-1'), 'before.json')]).toEqual(['0123456789abcdef:1']);
    expect([...baselineOf(JSON.stringify(JSON.parse(report('waybill-report-1')), null, 2), 'before.json')]).toHaveLength(1);
  });

  it.each([
    ['{"findings": []', 'the baseline before.json is not JSON'],
    [report('waybill-report-2'), 'the baseline before.json is a report of another version of waybill'],
    [report('other'), 'the baseline before.json is not a report of waybill'],
    ['[]', 'the baseline before.json is not a report of waybill'],
  ])('refuses %s', (text, message) => {
    expect(() => baselineOf(text, 'before.json')).toThrow(message);
  });
});
