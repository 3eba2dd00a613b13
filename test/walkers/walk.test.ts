import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/formats/document.ts';
import type { Notice, Sighting } from '../../src/model.ts';
import { evidence } from '../../src/walkers/evidence.ts';
import { walk } from '../../src/walkers/walk.ts';
import type { Walker } from '../../src/walkers/walker.ts';

const document: Document = { path: 'a.txt', text: 'one two', hits: null, usage: 'runtime' };
const walker = (read: Walker['read']): Walker => ({ name: 'words', reads: 'words', files: /$/, gate: 'hits', read });
const sighting: Sighting = { kind: 'endpoint', url: 'one', evidence: evidence(document, { start: 0, end: 3 }) };

const walked = (read: Walker['read']) => walk(walker(read), document);

describe('walk', () => {
  it('keeps what a walker saw before it failed, and says that it failed', () => {
    const { sightings, notices } = walked(function* () {
      yield sighting;
      throw new Error('lost');
    });
    expect(sightings).toEqual([sighting]);
    expect(notices).toEqual([{ kind: 'notice', code: 'walker-failed', path: 'a.txt', line: null, detail: 'words: lost' }]);
  });

  it('tells notices from what was seen', () => {
    const gap: Notice = { kind: 'notice', code: 'gap', path: 'a.txt', line: 1, detail: '' };
    expect(walked(() => [gap, sighting])).toMatchObject({ sightings: [sighting], notices: [gap] });
  });
});
