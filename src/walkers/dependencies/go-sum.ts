// Go's checksums. A module that stands there with its `go.mod` only was looked at to choose versions, and not downloaded.
import { linesOf } from '../../formats/lockfile/lines.ts';
import { dependencyWalker, type Listed } from './listing.ts';

export const goSum = dependencyWalker({
  name: 'go-sum',
  reads: 'checksums of Go modules (`go.sum`, `go.work.sum`)',
  files: /(?:^|\/)go(?:\.work)?\.sum$/,
  ecosystem: 'golang',
  list: ({ text }) => ({ entries: list(text) }),
});

function* list(text: string): Generator<Listed> {
  for (const { text: line, start } of linesOf(text)) {
    const [, name, version] = /^([\w.-]{1,100}\.[\w.-]{1,100}(?:\/[\w.~!-]{1,200}){0,20}) (v[\w.+-]{1,100}) h1:/.exec(line) ?? [];
    if (name && version) yield { name, start, end: start + name.length, version, direct: false, route: [] };
  }
}
