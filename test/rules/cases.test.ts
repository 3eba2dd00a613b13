import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { problemText } from '../../src/catalog/source.ts';
import { memoryTree } from '../../src/discover/tree.ts';
import { isNearMiss } from '../../src/rules/cases.ts';
import { checkCase } from '../../src/rules/check.ts';
import { scanTree } from '../../src/scan.ts';
import { knowledge, rules } from './subjects.ts';

const catalog = createCatalog(knowledge);
const scan = (files: Readonly<Record<string, string>>) => scanTree(memoryTree(files), { catalog, rules, today: '2026-11-25' });

describe.each(rules.risks)('$class', (risk) => {
  it.each(risk.cases)('$name', async (example) => {
    expect((await checkCase(risk, example, scan)).map(problemText)).toEqual([]);
  });

  it('has hits and near misses', () => {
    expect(risk.cases.filter(isNearMiss).length).toBeGreaterThan(0);
    expect(risk.cases.filter((example) => !isNearMiss(example)).length).toBeGreaterThan(0);
  });
});
