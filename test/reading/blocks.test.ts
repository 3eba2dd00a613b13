import { describe, expect, it } from 'vitest';
import { BLOCK, blocksOf, filesBegun, pathsIn, takeFirst, takeLast } from '../../src/reading/blocks.ts';

const paths = Array.from({ length: BLOCK * 3 + 1 }, (_, at) => (at % 2 === 0 ? `ü/${at}.py` : `a b/${at}`));

describe('blocks', () => {
  it('hold every path once, whoever asks', () => {
    const of = pathsIn(blocksOf(paths));
    expect([0, 1, 2, 3].flatMap(of)).toEqual(paths);
  });

  it('are taken once each, from both ends', () => {
    const blocks = blocksOf(paths);
    const [first, last] = [takeFirst(blocks), takeLast(blocks)];
    expect([first.next().value, last.next().value, last.next().value, first.next().value]).toEqual([0, 3, 2, 1]);
    expect([first.next().done, last.next().done]).toEqual([true, true]);
  });

  it('count the files that were begun, the last block by its own length', () => {
    const blocks = blocksOf(paths);
    const begun = [...takeFirst(blocks)].map(() => filesBegun(blocks));
    expect(begun.at(-1)).toBe(paths.length);
    const others = blocksOf(paths);
    takeLast(others).next();
    expect(filesBegun(others)).toBe(BLOCK);
    expect(filesBegun(blocksOf([]))).toBe(0);
  });
});
