import { describe, expect, it } from 'vitest';
import { inlineSuppressions } from '../../src/policy/policy.ts';

const read = (text: string) => inlineSuppressions(text).map(({ line, covers, rules, reason }) => [line, covers, rules.join('+'), reason]);

describe('a comment that suppresses', () => {
  it.each<readonly [string, readonly unknown[]]>([
    ['url = "x"  # waybill: ignore[deepseek-endpoint] moved in May', [1, 1, 'deepseek-endpoint', 'moved in May']],
    ['  // waybill: ignore[endpoint] moved', [1, 2, 'endpoint', 'moved']],
    ['call(x) /* waybill:ignore[endpoint,  weights]: known */', [1, 1, 'endpoint+weights', 'known']],
    ['<!-- waybill: ignore[endpoint] known -->', [1, 2, 'endpoint', 'known']],
    ['-- waybill: ignore[endpoint] known', [1, 2, 'endpoint', 'known']],
    ['; waybill: ignore[endpoint] known', [1, 2, 'endpoint', 'known']],
    [' * waybill: ignore[endpoint] known', [1, 2, 'endpoint', 'known']],
    ['x # waybill: ignore[endpoint]', [1, 1, 'endpoint', '']],
    ['x # waybill: ignore[] all of it', [1, 1, '', 'all of it']],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));

  it.each([
    'print("waybill: ignore[endpoint] no comment")',
    '# waybill ignore[endpoint] no colon',
    '# waybill: ignore everything',
    '# see waybill: ignore[endpoint] in a sentence',
    'https://waybill:ignore[endpoint]@host',
    '# waybills: ignore[endpoint] known',
  ])('is not: %s', (text) => expect(read(text)).toEqual([]));

  it('counts lines of every kind', () => {
    expect(read('a\r\nb\rc\nd # waybill: ignore[x] y')).toEqual([[4, 4, 'x', 'y']]);
  });
});
