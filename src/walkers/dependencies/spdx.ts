// SPDX documents as JSON (versions 2.2 and 2.3), read without a tree.
import type { Document } from '../../formats/document.ts';
import {
  elements,
  type JsonReader,
  members,
  openJson,
  type Span,
  stringValue,
  textOf,
  wordValue,
} from '../../formats/lockfile/json-reader.ts';
import { type Bom, bomListing, type Component } from './bom.ts';
import { dependencyWalker, type Trouble } from './listing.ts';
import { arrowsOf, type Relationship, rootsOf } from './spdx-relations.ts';

export const spdx = dependencyWalker({
  name: 'spdx',
  reads: 'SPDX documents (JSON)',
  files: /\.json$/i,
  signals: ['"spdxVersion"'],
  ecosystem: 'generic',
  list: (document) => bomListing(document, bomOf(document)),
});

interface Outline {
  packages: number;
  relationships: number;
  version: string | null;
  readonly described: string[];
  readonly troubles: Trouble[];
}

function bomOf({ text }: Document): Bom {
  const outline = outlineOf(text);
  const relationships = () => (outline.relationships < 0 ? [] : relationshipsAt(openJson(text, outline.relationships)));
  return {
    components: () => (outline.packages < 0 ? [] : packagesAt(openJson(text, outline.packages))),
    arrows: () => arrowsOf(relationships()),
    roots: () => [...outline.described, ...rootsOf(relationships())],
    troubles: outline.troubles,
  };
}

function outlineOf(text: string): Outline {
  const outline: Outline = { packages: -1, relationships: -1, version: null, described: [], troubles: [] };
  const reader = openJson(text);
  members(reader, (key) => {
    const word = textOf(reader, key);
    if (word === 'packages') outline.packages = reader.at;
    else if (word === 'relationships') outline.relationships = reader.at;
    else if (word === 'documentDescribes') elements(reader, () => outline.described.push(wordValue(reader)));
    else if (word === 'spdxVersion') checkVersion(outline, wordValue(reader), key.start);
  });
  if (outline.version === null) return { packages: -1, relationships: -1, version: null, described: [], troubles: [] };
  if (reader.problem) outline.troubles.push({ code: 'unreadable-part', ...reader.problem });
  return outline;
}

function checkVersion(outline: Outline, version: string, offset: number): void {
  outline.version = version;
  if (/^SPDX-2\.\d$/.test(version)) return;
  outline.troubles.push({ code: 'unknown-lockfile-version', detail: `spdxVersion ${version.slice(0, 20)} is not known`, offset });
}

function packagesAt(reader: JsonReader): readonly Component[] {
  const found: Component[] = [];
  elements(reader, (index) => {
    const fields: { name: Span | null; id: string; version: string | null; purl: string | null } = {
      name: null,
      id: '',
      version: null,
      purl: null,
    };
    members(reader, (key) => {
      const word = textOf(reader, key);
      if (word === 'SPDXID') fields.id = wordValue(reader);
      else if (word === 'name') fields.name = stringValue(reader);
      else if (word === 'versionInfo') fields.version = wordValue(reader);
      else if (word === 'externalRefs') fields.purl = purlIn(reader);
    });
    const { name, ...rest } = fields;
    if (name) found.push({ ...rest, name: textOf(reader, name), place: name, ...NO_GROUP, route: ['packages', `[${index}]`] });
  });
  return found;
}

/** SPDX knows no groups. */
export const NO_GROUP = { group: null, groupPlace: null, isModel: false, scope: null } as const;

function purlIn(reader: JsonReader): string | null {
  let purl: string | null = null;
  elements(reader, () => {
    let type = '';
    let locator = '';
    members(reader, (key) => {
      const word = textOf(reader, key);
      if (word === 'referenceType') type = wordValue(reader);
      else if (word === 'referenceLocator') locator = wordValue(reader);
    });
    if (type === 'purl') purl ??= locator;
  });
  return purl;
}

function relationshipsAt(reader: JsonReader): readonly Relationship[] {
  const found: Relationship[] = [];
  elements(reader, () => {
    const fields = { from: '', type: '', to: '' };
    members(reader, (key) => {
      const word = textOf(reader, key);
      if (word === 'spdxElementId') fields.from = wordValue(reader);
      else if (word === 'relationshipType') fields.type = wordValue(reader);
      else if (word === 'relatedSpdxElement') fields.to = wordValue(reader);
    });
    found.push(fields);
  });
  return found;
}
