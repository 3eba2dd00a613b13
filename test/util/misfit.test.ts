import { describe, expect, it } from 'vitest';
import { misfit, type Schema } from '../../src/util/misfit.ts';

const schema: Schema = {
  type: 'object',
  properties: {
    level: { enum: ['low', 'high'] },
    size: { type: 'integer' },
    on: { const: true },
    names: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    rows: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
  },
};
const said = (value: unknown, path: readonly (string | number)[], more: object = {}) =>
  misfit({ path, message: 'Invalid input', ...more }, schema, value);

describe('what does not fit', () => {
  it.each<readonly [string, unknown, readonly (string | number)[], string, string | null]>([
    ['a word of a closed set', { level: 'hihg' }, ['level'], '`level` does not know "hihg"', 'did you mean "high"?'],
    ['the only value', { on: false }, ['on'], '`on` does not know "false"', 'use one of true'],
    ['a kind', { rows: 'x' }, ['rows'], '`rows` is a text, not a list', 'write its entries with `- `, one below the other'],
    ['nothing', { rows: [{}] }, ['rows', 0, 'name'], '`rows.name` is missing', 'add it'],
    ['nothing but a key', { rows: null }, ['rows'], '`rows` is empty, not a list', 'write its entries with `- `, one below the other'],
    ['the file', 'x', [], 'the file is a text, not a mapping', 'write keys and values, one a line'],
    ['what only its checker knows', { size: 3 }, ['size'], '`size` is not right', null],
  ])('is told in words: %s', (_, value, path, what, fix) => {
    expect(said(value, path)).toEqual({ path, what, fix });
  });

  it('is told by the row of a list that is wrong', () => {
    expect(said({ names: ['a', 3, 4] }, ['names'])).toMatchObject({ path: ['names', 1], what: '`names` is a number, not a text' });
  });

  it('is a key that should be another one', () => {
    expect(said({ rows: [{ nmae: 'x' }] }, ['rows', 0], { keys: ['nmae'] })).toEqual({
      path: ['rows', 0, 'nmae'],
      what: 'unknown key "rows.nmae"',
      fix: 'did you mean "name"?',
    });
  });

  it('is told in the words of its own schema where that has some', () => {
    expect(said({ names: 'A' }, ['names'], { message: 'must be small' })).toMatchObject({ what: '`names` must be small', fix: null });
  });
});
