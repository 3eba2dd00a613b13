import { describe, expect, it } from 'vitest';
import { explain, readme } from '../../src/rules/document.ts';
import { rules } from './subjects.ts';

describe('the explanation', () => {
  it('of a rule names the vendor and the severity', () => {
    const text = explain('deepseek-endpoint', rules);
    expect(text).toMatch(/^deepseek-endpoint: A server that DeepSeek operates in mainland China is addressed\n/);
    expect(text).toContain('Severity: deepseek-endpoint (error, 8.1)');
    expect(text).toContain('Not found: a host that only looks alike');
    expect(text).not.toContain('{vendor}');
  });

  it('of a class lists its rules', () => {
    const text = explain('endpoint', rules);
    expect(text).toContain('A server that the vendor operates');
    expect(text).toMatch(/Rules of this class: alibaba-endpoint \(error, \d\.\d\), .{0,200}deepseek-endpoint \(/);
  });

  it('of neither is a mistake with a suggestion', () => {
    expect(() => explain('deepseek-endpiont', rules)).toThrow(
      expect.objectContaining({ code: 'unknown-rule', hint: 'did you mean deepseek-endpoint?' }),
    );
    expect(() => explain('zzzzzzzzzzzz', rules)).toThrow(expect.objectContaining({ hint: '`waybill rules list` shows the rules' }));
  });

  it.each(rules.rules.map(({ id }) => id))('of %s is whole', (id) => {
    for (const part of ['Why it matters', 'What to do', 'When it holds', 'Examples', 'References'])
      expect(explain(id, rules)).toContain(part);
  });
});

/** Made anew with `vitest run test/rules/document.test.ts --update`. */
it('rules/README.md is what the rules say', async () => {
  await expect(readme(rules)).toMatchFileSnapshot('../../rules/README.md');
});
