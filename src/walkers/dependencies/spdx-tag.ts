// SPDX documents as lines of `Tag: value`. A package lasts to the next one.
import { linesOf } from '../../formats/lockfile/lines.ts';
import { bomListing, type Component } from './bom.ts';
import { dependencyWalker, type Trouble } from './listing.ts';
import { NO_GROUP } from './spdx.ts';
import { arrowsOf, type Relationship, rootsOf } from './spdx-relations.ts';
import { strangeLine } from './trees.ts';

export const spdxTag = dependencyWalker({
  name: 'spdx-tag',
  reads: 'SPDX documents (tag-value)',
  files: /\.(?:spdx|tag|txt)$/i,
  signals: ['SPDXVersion:'],
  ecosystem: 'generic',
  list: (document) => {
    const lines = () => (/^\ufeff?SPDXVersion:/m.test(document.text.slice(0, 5000)) ? tagsOf(document.text) : []);
    return bomListing(document, {
      components: () => packagesIn(lines()),
      arrows: () => arrowsOf(relationshipsIn(lines())),
      roots: () => rootsOf(relationshipsIn(lines())),
      troubles: strangeIn(document.text),
    });
  },
});

/** Outside of a text of several lines, every line is a tag or a comment. */
function strangeIn(text: string): readonly Trouble[] {
  if (!/^\ufeff?SPDXVersion:/m.test(text.slice(0, 5000))) return [];
  const tags = new Set<number>();
  for (const { line } of tagsOf(text)) tags.add(line);
  let isText = false;
  for (const { text: line, start } of linesOf(text)) {
    const isRest = isText;
    if (line.includes('<text>')) isText = true;
    if (line.includes('</text>')) isText = false;
    if (!isRest && !tags.has(start) && !/^\s{0,200}(?:#|$)/.test(line)) return [strangeLine({ start }, 'a tag')];
  }
  return [];
}

interface Tag {
  readonly tag: string;
  readonly value: string;
  readonly start: number;
  /** Where the line starts. */
  readonly line: number;
}

function* tagsOf(text: string): Generator<Tag> {
  let isText = false;
  for (const { text: line, start } of linesOf(text)) {
    const [lead = '', tag] = isText ? [] : (/^([A-Za-z]{3,40}):[ \t]{0,10}/.exec(line) ?? []);
    // A text of several lines may hold whatever looks like a tag.
    if (line.includes('<text>')) isText = true;
    if (line.includes('</text>')) isText = false;
    if (tag) yield { tag, value: line.slice(lead.length).trimEnd(), start: start + lead.length, line: start };
  }
}

function packagesIn(tags: Iterable<Tag>): readonly Component[] {
  const found: Component[] = [];
  const update = (change: Partial<Component>) => {
    const last = found.at(-1);
    if (last) found[found.length - 1] = { ...last, ...change };
  };
  for (const { tag, value, start } of tags) {
    if (tag === 'PackageName') {
      const plain = { id: '', version: null, purl: null, ...NO_GROUP, route: ['packages', `[${found.length}]`] };
      found.push({ ...plain, name: value, place: { start, end: start + value.length } });
    } else if (tag === 'SPDXID' && found.at(-1)?.id === '') update({ id: value });
    else if (tag === 'PackageVersion') update({ version: value });
    else if (tag === 'ExternalRef') update({ purl: found.at(-1)?.purl ?? /^\S{1,40} purl (pkg:\S{1,1000})/.exec(value)?.[1] ?? null });
  }
  return found;
}

function* relationshipsIn(tags: Iterable<Tag>): Generator<Relationship> {
  for (const { tag, value } of tags) {
    const [from, type, to] = tag === 'Relationship' ? value.split(/\s{1,5}/, 3) : [];
    if (from && type && to) yield { from, type, to };
  }
}
