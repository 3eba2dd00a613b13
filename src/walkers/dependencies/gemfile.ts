// Ruby's manifests, as far as they are literals: `gem 'name', '~> 1.0', group: :test` and a gemspec's dependencies.
import { maskComments } from '../../formats/lockfile/lines.ts';
import type { PackageScope } from '../../model.ts';
import { dependencyWalker, type Listed } from './listing.ts';

export const gemfile = dependencyWalker({
  name: 'gemfile',
  reads: 'Ruby manifests (`Gemfile`, `*.gemspec`)',
  files: /(?:^|\/)(?:Gemfile|gems\.rb|[\w.-]{1,40}\.gemfile|[\w.-]{1,100}\.gemspec)$/,
  ecosystem: 'gem',
  list: ({ text }) => ({ entries: list(maskComments(text, { line: '#', block: false })) }),
});

const CALL =
  /(?:^|[\s;.])(gem|add_(?:runtime_|development_)?dependency)[ \t(]{1,10}(["'])([\w.-]{1,100})\2((?:[ \t]{0,10},\s{0,40}(?:["'][^"'\n]{0,60}["']|\[[^\]\n]{0,200}\]|[^,\n]{1,100})){0,8})/g;
const GROUP = /^\s{0,40}group\s{1,10}\(?([^\n]{1,100}?)\)?\s{1,10}do\b|^\s{0,40}end\b/gm;

function* list(text: string): Generator<Listed> {
  const groups = [...text.matchAll(GROUP)];
  let next = 0;
  let group = '';
  for (const match of text.matchAll(CALL)) {
    const [whole, call = '', , name = '', rest = ''] = match;
    for (; (groups[next]?.index ?? Infinity) < match.index; next++) group = groups[next]?.[1] ?? '';
    const start = match.index + whole.indexOf(name, whole.indexOf(call) + call.length);
    const ranges = [...rest.matchAll(/["']\s{0,5}((?:[~<>=!]{1,2}\s{0,5})?\d[\w.]{0,60})\s{0,5}["']/g)].map(([, range]) => range);
    const requirement = ranges.length > 0 ? ranges.join(', ') : null;
    const [, exact = null] = /^(?:=\s{0,5})?(\d[\w.]{0,60})$/.exec(requirement ?? '') ?? [];
    const scope = scopeOf(`${call} ${group} ${/groups?:?\s{0,5}(?:=>)?\s{0,5}(.{0,100})/.exec(rest)?.[1] ?? ''}`);
    yield { name, start, end: start + name.length, requirement, version: exact, scope, direct: true, route: [call, name] };
  }
}

function scopeOf(words: string): PackageScope {
  return /development|test|lint|ci\b/.test(words) ? 'development' : 'runtime';
}
