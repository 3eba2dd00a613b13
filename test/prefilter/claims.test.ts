import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../src/prefilter/claims.ts';
import { parsePattern } from '../../src/prefilter/pattern.ts';
import { suffixesOf } from '../../src/prefilter/suffixes.ts';
import { wordsOf } from '../../src/prefilter/words.ts';
import { walkers as registry } from '../../src/walkers/index.ts';
import type { Walker } from '../../src/walkers/walker.ts';

describe('suffixesOf', () => {
  it.each([
    [/\.py$/, ['.py']],
    [/(?:^|\/)package\.json$/, ['/package.json', 'package.json']],
    [/\.ya?ml$/i, ['.yaml', '.yml']],
    [/\.(?:py|[cm]?js|ts)$/, ['.js', '.py', '.ts', 'js']],
    [/(?:^|\/)(?:a\.b|c)$|\.md$/, ['.md', '/a.b', '/c', 'a.b', 'c']],
    [/x(?=y)y$/, ['y']],
    [/[^/]+\.txt$/, ['.txt']],
    [/a{2}b+c$/, ['c']],
  ])('reads %s', (regex, suffixes) => {
    expect([...(suffixesOf(parsePattern(regex) ?? [[]]) ?? [])].sort()).toEqual(suffixes);
  });

  it.each([/\.py/, /^\.github\//, /\.py$|^a/, /a\x41$/, /\.py$/m, /Dockerfile(?:\.[^/]{1,40})?$/, /a(?:b$|c)/, /[\p{L}]\u{41}$/u])(
    'knows nothing of %s',
    (regex) => {
      expect(suffixesOf(parsePattern(regex) ?? [[]])).toBeNull();
    },
  );
});

describe('wordsOf', () => {
  it.each([
    [/(?:^|\/)(?:Dockerfile|Containerfile)(?:[.-][\w.-]{1,60})?$/i, ['dockerfile', 'containerfile']],
    [/(?:^|\/)(?:\.env(?:\.x)?|[\w.-]{1,60}\.env(?:\.[\w-]{1,40})?|env\.(?:example|sample))$/, ['.env', '.env', 'example', 'sample']],
    [/^abcx?def$/, ['abc']],
    [/abc+def/, ['def']],
  ])('reads %s', (regex, words) => {
    expect(wordsOf(parsePattern(regex) ?? [[]])).toEqual(words);
  });

  it.each([/(?:abc)?$/, /ab$/, /abc|d/, /\w+$/, /a\u0062c$/])('knows nothing of %s', (regex) => {
    expect(wordsOf(parsePattern(regex) ?? [[]])).toBeNull();
  });
});

const sample = [
  /\.py$/,
  /(?:^|\/)package\.json$/,
  /\.jsonc?$/i,
  /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/,
  /(?:^|\/)(?:docker-)?compose(?:\.[a-z]+)?\.ya?ml$/,
  /(?:^|\/)[Dd]ockerfile(?:\.[^/]{1,40})?$/,
  /\.ya?ml$/,
  /^config\//,
  /(?:^|\/)\.env(?:\.|$)/,
  /(?:^|\/)requirements[^/]{0,40}\.txt$|(?:^|\/)requirements\/[^/]+\.txt$/,
];

function walkersFor(expressions: readonly RegExp[]): Walker[] {
  return expressions.map((files, at) => ({
    name: `w${at}`,
    reads: '',
    files,
    gate: 'hits',
    read: () => [],
    ...(at % 3 ? {} : { signals: ['some'] }),
  }));
}

function naive(walkers: readonly Walker[], path: string): readonly string[] {
  const claimed = walkers.filter(({ files }) => files.test(path));
  const last = claimed.findIndex(({ signals }) => !signals);
  return claimed.slice(0, last < 0 ? claimed.length : last + 1).map(({ name }) => name);
}

const segment = fc.constantFrom(
  'src',
  '.github',
  'workflows',
  'config',
  'package.json',
  'docker-compose.prod.yml',
  'Dockerfile',
  'dockerfile.gpu',
  'a.PY',
  'a.py',
  '.env',
);
const other = fc.constantFrom(
  '.env.local',
  'x.yaml',
  'requirements-dev.txt',
  'requirements',
  'b.JSON',
  'compose.yaml',
  'notes',
  'a.tar.gz',
  'README.md',
  'x.jsonc',
  '.json',
);
const path = fc.array(fc.oneof(segment, other), { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));

describe('claimsOf', () => {
  it.each([
    ['a sample', walkersFor(sample)],
    ['the registry', registry],
  ])('agrees with trying every expression of %s', (_, walkers) => {
    const claims = claimsOf(walkers);
    const same = fc.property(path, (name) => {
      expect(claims(name).map((walker) => walker.name)).toEqual(naive(walkers, name));
    });
    fc.assert(same, { numRuns: 500 });
  });
});
