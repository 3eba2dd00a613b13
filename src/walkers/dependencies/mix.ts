// Elixir's project, as far as its dependencies are literals: `{:name, "~> 1.0", only: :test}`.
import { maskComments } from '../../formats/lockfile/lines.ts';
import { dependencyWalker, type Listed } from './listing.ts';

export const mix = dependencyWalker({
  name: 'mix',
  reads: 'Elixir projects (`mix.exs`)',
  files: /(?:^|\/)mix\.exs$/,
  ecosystem: 'hex',
  list: ({ text }) => ({ entries: list(maskComments(text, { line: '#', block: false })) }),
});

const DEPENDENCY = /\{\s{0,40}:([a-z]\w{0,100})\s{0,10},([^{}]{0,400})/g;

function* list(text: string): Generator<Listed> {
  for (const match of text.matchAll(DEPENDENCY)) {
    const [whole, name = '', rest = ''] = match;
    const [, requirement = null] = /^\s{0,40}"([^"\n]{1,100})"/.exec(rest) ?? [];
    if (requirement === null && !/\b(?:git|github|path|hex|in_umbrella|only|runtime):/.test(rest)) continue;
    const [, hex] = /\bhex:\s{0,5}:([a-z]\w{0,100})/.exec(rest) ?? [];
    const real = hex ?? name;
    const start = match.index + (hex ? whole.lastIndexOf(`:${hex}`) : whole.indexOf(`:${name}`)) + 1;
    const [, exact = null] = /^(?:==\s{0,5})?(\d{1,9}\.\d{1,9}\.\d{1,9}[\w.-]{0,60})$/.exec(requirement ?? '') ?? [];
    const scope = /only:\s{0,5}(?:\[[^\]]{0,100}\]|:\w{1,20})/.exec(rest)?.[0].includes(':prod') === false ? 'development' : 'runtime';
    yield { name: real, start, end: start + real.length, requirement, version: exact, scope, direct: true, route: ['deps', name] };
  }
}
