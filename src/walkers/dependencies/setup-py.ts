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

function* list(text: string): Generator<Listed> {
  let last = 0;
  for (const match of text.matchAll(LISTS)) {
    const [whole, name = ''] = match;
    // What stands within the list before has been read with it.
    if (match.index < last) continue;
    const { literals, end } = literalsWithin(text, match.index + whole.length);
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
