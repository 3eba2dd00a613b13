// CycloneDX bills of materials as JSON, read without a tree: they may be as large as what they describe.
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
import type { PackageScope } from '../../model.ts';
import { type Arrow, type Bom, bomListing, type Component } from './bom.ts';
import { dependencyWalker, type Trouble } from './listing.ts';

export const cyclonedx = dependencyWalker({
  name: 'cyclonedx',
  reads: 'CycloneDX bills of materials (JSON)',
  files: /\.json$/i,
  signals: ['"bomFormat"'],
  ecosystem: 'generic',
  list: (document) => bomListing(document, bomOf(document)),
});

const KNOWN = /^1\.\d{1,2}$/;

/** Where the parts of the file begin. */
interface Outline {
  components: number;
  dependencies: number;
  roots: readonly string[];
  readonly troubles: Trouble[];
}

function bomOf({ text }: Document): Bom {
  const outline = outlineOf(text);
  return {
    components: () => (outline.components < 0 ? [] : componentsAt(openJson(text, outline.components), ['components'])),
    arrows: () => (outline.dependencies < 0 ? [] : arrowsAt(openJson(text, outline.dependencies))),
    roots: () => outline.roots,
    troubles: outline.troubles,
  };
}

function outlineOf(text: string): Outline {
  const outline: Outline = { components: -1, dependencies: -1, roots: [], troubles: [] };
  const reader = openJson(text);
  let isBom = false;
  members(reader, (key) => {
    const word = textOf(reader, key);
    if (word === 'bomFormat') isBom = wordValue(reader) === 'CycloneDX';
    else if (word === 'specVersion') checkVersion(outline, wordValue(reader), key.start);
    else if (word === 'components') outline.components = reader.at;
    else if (word === 'dependencies') outline.dependencies = reader.at;
    else if (word === 'metadata') outline.roots = rootsOf(reader);
  });
  if (!isBom) return { components: -1, dependencies: -1, roots: [], troubles: [] };
  if (reader.problem) outline.troubles.push({ code: 'unreadable-part', ...reader.problem });
  return outline;
}

function checkVersion({ troubles }: Outline, version: string, offset: number): void {
  if (KNOWN.test(version)) return;
  troubles.push({ code: 'unknown-lockfile-version', detail: `specVersion ${version.slice(0, 20)} is not known`, offset });
}

/** What the file is about, and the workspaces that it consists of. */
function rootsOf(reader: JsonReader): readonly string[] {
  const roots: string[] = [];
  members(reader, (key) => {
    if (textOf(reader, key) === 'component') addRoots(reader, roots);
  });
  return roots;
}

function addRoots(reader: JsonReader, roots: string[]): void {
  members(reader, (key) => {
    const word = textOf(reader, key);
    if (word === 'bom-ref') roots.push(wordValue(reader));
    else if (word === 'components') elements(reader, () => addRoots(reader, roots));
  });
}

function componentsAt(reader: JsonReader, route: readonly string[]): readonly Component[] {
  const found: Component[] = [];
  elements(reader, (index) => {
    found.push(...componentAt(reader, [...route, `[${index}]`]));
  });
  return found;
}

type Fields = Readonly<Record<string, Span | undefined>>;

/** A component and those that are nested in it. */
function componentAt(reader: JsonReader, route: readonly string[]): readonly Component[] {
  const fields: Record<string, Span | undefined> = {};
  const nested: Component[] = [];
  members(reader, (key) => {
    const word = textOf(reader, key);
    if (word === 'components') nested.push(...componentsAt(reader, [...route, word]));
    else if (FIELDS.has(word)) fields[word] = stringValue(reader) ?? undefined;
  });
  const own = componentOf(reader, fields, route);
  return own ? [own, ...nested] : nested;
}

const FIELDS: ReadonlySet<string> = new Set(['bom-ref', 'name', 'group', 'version', 'purl', 'type', 'scope']);

function componentOf(reader: JsonReader, fields: Fields, route: readonly string[]): Component | null {
  const word = (name: string) => {
    const span = fields[name];
    return span ? textOf(reader, span) : null;
  };
  const place = fields.name;
  if (!place) return null;
  return {
    id: word('bom-ref') ?? '',
    name: textOf(reader, place),
    place,
    group: word('group'),
    groupPlace: fields.group ?? null,
    version: word('version'),
    purl: word('purl'),
    isModel: word('type') === 'machine-learning-model',
    scope: scopeOf(word('scope')),
    route,
  };
}

/** `excluded` parts are not shipped: tests, or what the environment provides. */
export function scopeOf(scope: string | null): PackageScope | null {
  if (scope === 'optional') return 'optional';
  return scope === 'excluded' ? 'development' : null;
}

function arrowsAt(reader: JsonReader): readonly Arrow[] {
  const arrows: Arrow[] = [];
  elements(reader, () => {
    let from = '';
    const targets: string[] = [];
    members(reader, (key) => {
      const word = textOf(reader, key);
      if (word === 'ref') from = wordValue(reader);
      else if (word === 'dependsOn') elements(reader, () => targets.push(wordValue(reader)));
    });
    for (const to of targets) arrows.push({ from, to, scope: 'runtime' });
  });
  return arrows;
}
