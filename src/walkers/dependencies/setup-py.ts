// `setup.py`, as far as its requirements are literals: nothing of it is run.
import { literalsWithin } from '../../formats/lockfile/python-literals.ts';
import type { PackageScope } from '../../model.ts';
import { dependencyWalker, type Listed } from './listing.ts';
import { requirementIn } from './requirements.ts';

export const setupPy = dependencyWalker({
  name: 'setup-py',
  reads: '`setup.py`: literal requirements',
  files: /(?:^|\/)setup\.py$/,
  // Without one of these it is a module like any other.
  signals: ['setuptools', 'distutils', 'skbuild'],
  ecosystem: 'pypi',
  list: ({ text }) => ({ entries: list(text) }),
});

/** Arguments of `setup()` and names that variables for them usually have. */
const LISTS =
  /(?<![\w.])([A-Za-z_]{0,40}require[a-z_]{0,20}|extras?|[A-Za-z_]{0,40}dependencies|[A-Z_]{0,40}REQUIRE[A-Z_]{0,20})["']?\]?\s{0,20}(?:\+?=|:)\s{0,20}(?:[\w.]{1,60}\s{0,20}\+\s{0,20})?(?=[[{(])/g;

/** `install_requires=deps`, `extras_require=extras + more`: what the list is called where it is written. */
const NAMED =
  /(?<![\w.])(install_requires|setup_requires|tests_require|extras_require)\s{0,20}=\s{0,20}([A-Za-z_]\w{0,60})\b(?:\s{0,20}\+\s{0,20}([A-Za-z_]\w{0,60})\b)?(?!\s{0,5}[(.[])/g;

const MOST_NAMES = 10;

/** `install_requires=[...] + deps`: a list in its place, and more by a name. */
const ADDED =
  /(?<![\w.])(install_requires|setup_requires|tests_require)\s{0,20}=\s{0,20}\[[^\]]{0,5000}\]\s{0,20}\+\s{0,20}([A-Za-z_]\w{0,60})\b(?!\s{0,5}[(.[])/g;

/** Where each list begins, in order, with what it is for. */
function startsOf(text: string): (readonly [number, string])[] {
  const starts = new Map<number, string>();
  const names = new Map<string, string>();
  for (const match of text.matchAll(LISTS)) starts.set(match.index + match[0].length, match[1] ?? '');
  for (const [, purpose = '', ...named] of [...text.matchAll(NAMED), ...text.matchAll(ADDED)]) {
    for (const name of named) if (name && names.size < MOST_NAMES) names.set(name, purpose);
  }
  for (const [name, purpose] of names) {
    const written = new RegExp(String.raw`^[ \t]{0,20}${name}\b(?:[ \t]{0,5}:[^=\n]{1,80})?[ \t]{0,20}\+?=\s{0,20}(?=[[{(])`, 'gm');
    for (const match of text.matchAll(written)) starts.set(match.index + match[0].length, purpose);
  }
  return [...starts].sort(([left], [right]) => left - right);
}

function* list(text: string): Generator<Listed> {
  let last = 0;
  for (const [start, name] of startsOf(text)) {
    // What stands within the list before has been read with it.
    if (start < last) continue;
    const { literals, end } = literalsWithin(text, start);
    last = end;
    const scope = scopeOf(name.toLowerCase());
    for (const [index, { text: literal, key }] of literals.entries()) {
      const entry = requirementIn(literal, { scope: key ? 'optional' : scope, route: [name, key ?? `[${index}]`] });
      if (entry) yield entry;
    }
  }
}

function scopeOf(name: string): PackageScope {
  if (name.includes('extra')) return 'optional';
  if (name.startsWith('setup')) return 'build';
  return /test|dev|lint|docs?/.test(name) ? 'development' : 'runtime';
}
