// CocoaPods' manifests, as far as they are literals: `pod 'Name/Subspec', '~> 1.0'`, a specification's dependencies.
import { maskComments } from '../../formats/lockfile/lines.ts';
import { dependencyWalker, type Listed } from './listing.ts';

export const podfile = dependencyWalker({
  name: 'podfile',
  reads: 'CocoaPods manifests (`Podfile`, `*.podspec`)',
  files: /(?:^|\/)(?:Podfile|[\w.+-]{1,100}\.podspec)$/,
  ecosystem: 'cocoapods',
  list: ({ text }) => ({ entries: list(maskComments(text, { line: '#', block: false })) }),
});

const CALL =
  /(?:^|[\s;.])(pod|dependency)[ \t(]{1,10}(["'])([\w.+-]{1,100})(?:\/[\w./+-]{1,100})?\2(?:[ \t]{0,10},[ \t]{0,10}["']([^"'\n]{1,60})["'])?/g;

function* list(text: string): Generator<Listed> {
  for (const match of text.matchAll(CALL)) {
    const [whole, call = '', , name = '', requirement = null] = match;
    const start = match.index + whole.indexOf(name, whole.indexOf(call) + call.length);
    const [, exact = null] = /^(?:=\s{0,5})?(\d[\w.]{0,60})$/.exec(requirement ?? '') ?? [];
    yield { name, start, end: start + name.length, requirement, version: exact, scope: 'runtime', direct: true, route: [call, name] };
  }
}
