import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elements, type JsonReader, members, openJson, skip, textOf, wordValue } from '../../../src/formats/lockfile/json-reader.ts';

/** Everything a text holds, by way of the reader. */
function readAll(reader: JsonReader): unknown {
  const lead = reader.text.slice(reader.at).trimStart()[0];
  if (lead === '{') {
    const found: [string, unknown][] = [];
    members(reader, (key) => found.push([textOf(reader, key), readAll(reader)]));
    return Object.fromEntries(found);
  }
  if (lead === '[') {
    const found: unknown[] = [];
    elements(reader, () => found.push(readAll(reader)));
    return found;
  }
  const from = reader.at;
  const word = wordValue(reader);
  return reader.text.slice(from).trimStart().startsWith('"') ? word : JSON.parse(word);
}

const values = fc.jsonValue({ maxDepth: 4 }).map((value) => ({ root: JSON.parse(JSON.stringify(value)) as unknown }));

describe('the reader of large JSON', () => {
  it('reads what JSON.parse reads, however it is indented', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(0, 1, 2, '\t'), (value, indent) => {
        // A key such as `__proto__` is another matter, and numbers beyond forty digits are cut.
        fc.pre(!/__proto__|\d{30}/.test(JSON.stringify(value)));
        const reader = openJson(JSON.stringify(value, null, indent));
        expect(readAll(reader)).toEqual(value);
        expect(reader.problem).toBeNull();
      }),
    );
  });

  it('passes over a value to exactly where it ends', () => {
    fc.assert(
      fc.property(values, (value) => {
        const text = JSON.stringify(value);
        const reader = openJson(`${text} "next"`);
        skip(reader);
        expect(reader.at).toBe(text.length);
      }),
    );
  });

  it('ends on any cut, with a problem', () => {
    const text = JSON.stringify({ a: [1, { b: 'c\\"d' }], e: { f: [] } }, null, 2);
    for (let cut = 0; cut < text.length; cut++) {
      const reader = openJson(text.slice(0, cut));
      members(reader, () => undefined);
      expect(reader.problem === null).toBe(cut === 0);
    }
  });

  it('reads both sides of a conflict', () => {
    const keys: string[] = [];
    const reader = openJson('{\n<<<<<<< HEAD\n  "a": 1\n=======\n  "b": 2\n>>>>>>> other\n}');
    members(reader, (key) => keys.push(textOf(reader, key)));
    expect(keys).toEqual(['a', 'b']);
    expect(reader.problem).toBeNull();
  });

  it('says where the place of a key is', () => {
    const reader = openJson('{"name": 1}');
    members(reader, (key) => expect(key).toEqual({ start: 2, end: 6 }));
  });
});
