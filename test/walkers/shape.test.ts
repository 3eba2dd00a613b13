import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../src/walkers/shape.ts';

/** Not a key: made here, so that no scanner of secrets stumbles over this file. */
const hex = (length: number) => Array.from({ length }, (_, at) => '9f31c07d52e8ba46'[(at * 7) % 16]).join('');
const mixed = (length: number) => Array.from({ length }, (_, at) => 'aB3xY9kQ2mZ7'[(at * 5) % 12]).join('');

describe('the shape of a secret', () => {
  it.each([
    [`sk-${hex(32)}`, 'sk-', 'hex', 32],
    [`sk-kimi-${mixed(48)}`, 'sk-kimi-', 'alphanumeric', 48],
    [`sk-or-v1-${hex(64)}`, 'sk-or-v1-', 'hex', 64],
    [`hf_${mixed(34)}`, 'hf_', 'alphanumeric', 34],
    [`Bearer ${mixed(40)}`, '', 'alphanumeric', 40],
    [`eyJ${mixed(20)}.${mixed(20)}.${mixed(20)}`, '', 'other', 65],
  ])('of %s', (value, prefix, alphabet, length) => {
    expect(shapeOf(value)).toEqual({ prefix, alphabet, length });
  });

  it.each([
    '',
    'x',
    'EMPTY',
    'your-api-key-here-123456',
    'sk-xxxxxxxxxxxxxxxxxxxxxxxx',
    '${DEEPSEEK_API_KEY}',
    'os.environ/DEEPSEEK_API_KEY',
    'sk-1234567890abcdef12',
  ])('of %j is none', (value) => {
    expect(shapeOf(value)).toBeNull();
  });

  it.each([
    '<paste-your-key-1234567890>',
    '/run/secrets/deepseek_key_1',
    'this is a sentence with 1 number',
    'changeme-changeme-1',
    'sk-************************',
  ])('of %j is none either', (value) => {
    expect(shapeOf(value)).toBeNull();
  });

  it('never tells more of it than its lead', () => {
    const secret = `sk-${mixed(40)}`;
    expect(JSON.stringify(shapeOf(secret))).not.toContain(secret.slice(3, 9));
  });
});
