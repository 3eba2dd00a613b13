import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../src/discover/tree.ts';
import { isReport } from '../../src/prefilter/report.ts';
import { reporters } from '../../src/report/index.ts';
import { places, project, scanFiles } from '../project.ts';

const options = { width: 80, color: false, inactive: false, brief: false };
const found = await scanFiles({ ...project('demo') });
const json = reporters.json(found, options);
const sarif = reporters.sarif(found, options);
const isOwn = (text: string, path = 'before.json') => isReport(memoryTree({ [path]: text }), path);
const laidOut = (text: string, indent: string | number) => JSON.stringify(JSON.parse(text), null, indent);

describe('a report that lies in the tree', () => {
  it('is known, however it is laid out', () => {
    for (const text of [json, sarif, laidOut(json, 0), laidOut(json, 4), laidOut(sarif, 2), laidOut(sarif, '\t')])
      expect(isOwn(text)).toBe(true);
  });

  it('is not what only speaks of one', () => {
    expect(isOwn('{ "model": "deepseek-chat", "schema": "waybill-report-1", "waybill": "0.1.0" }')).toBe(false);
    expect(isOwn('{ "schema": "waybill-report-1", "model": "deepseek-chat" }')).toBe(false);
    expect(isOwn(sarif.replace('"name":"waybill"', '"name":"another"'))).toBe(false);
    expect(isOwn(json, 'before.py')).toBe(false);
    expect(isOwn('')).toBe(false);
  });

  it('finds nothing, is counted, and leaves the rest of the scan as it was', async () => {
    const again = await scanFiles({ ...project('demo'), 'before.json': json, 'out/scan.sarif.json': sarif });
    expect(places(again)).toEqual(places(found));
    expect(again.notices).toEqual(found.notices);
    expect(again.coverage).toMatchObject({ listed: found.coverage.listed + 2, searched: found.coverage.searched, skipped: { report: 2 } });
    expect(reporters.text(again, options)).toContain('2 written by waybill');
  });
});
