// Go's checksums. A module that stands there with its `go.mod` only was looked at to choose versions, and not downloaded.
import { linesOf } from '../../formats/lockfile/lines.ts';
import { dependencyWalker, type Listed, type Trouble } from './listing.ts';
import { strangeLine } from './trees.ts';

export const goSum = dependencyWalker({
  name: 'go-sum',
  reads: 'checksums of Go modules (`go.sum`, `go.work.sum`)',
  files: /(?:^|\/)go(?:\.work)?\.sum$/,
  ecosystem: 'golang',
  list: ({ text }) => ({ entries: list(text) }),
});

function* list(text: string): Generator<Listed | Trouble> {
  for (const { text: line, start } of linesOf(text)) {
    if (!/^(?:\S{1,400} v\S{1,200} h1:\S{1,100}\s{0,5}|\s{0,20})$/.test(line)) yield strangeLine({ start }, 'a module with its checksum');
    const [, name, version] = /^([\w.-]{1,100}\.[\w.-]{1,100}(?:\/[\w.~!-]{1,200}){0,20}) (v[\w.+-]{1,100}) h1:/.exec(line) ?? [];
    if (name && version) yield { name, start, end: start + name.length, version, direct: false, route: [] };
  }
}
