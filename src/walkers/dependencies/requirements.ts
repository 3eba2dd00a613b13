// pip's requirements and constraints. Files that a line includes (`-r`, `-c`) are read on their own.
import type { Document } from '../../formats/document.ts';
import { parseRequirement, requirementLines } from '../../formats/lockfile/requirements.ts';
import { viasOf } from '../../formats/lockfile/via.ts';
import { type ScalarNode, slice } from '../../formats/nodes.ts';
import type { PackageScope } from '../../model.ts';
import { type Graph, graphBuilder } from '../../util/graph.ts';
import { dependencyWalker, type Listed, listed, type Trouble } from './listing.ts';
import { strangeLine } from './trees.ts';

export const requirements = dependencyWalker({
  name: 'requirements',
  reads: 'pip requirements and constraints (`requirements*.txt`, `constraints*.txt`, `requirements/*.txt`, `*.in`)',
  files: /(?:^|\/)(?:[\w.-]{0,60}(?:requirements?|constraints?)[\w.-]{0,60}\.(?:txt|in|pip)|requirements?\/[^/]{1,100}\.(?:txt|in))$/i,
  ecosystem: 'pypi',
  complete: true,
  list: (document) => {
    const graph = /#\s{0,3}via\b/.test(document.text) ? graphOf(document.text) : null;
    if (!graph) return { entries: list(document) };
    return { entries: [...list(document)].map((entry) => ('code' in entry ? entry : withKey(entry))), graph: () => graph };
  },
});

/** A compiled file says who asked for what; what a file asks for is direct. */
function graphOf(text: string): Graph | null {
  const graph = graphBuilder();
  const vias = [...viasOf(text)];
  for (const { name } of vias) graph.node(normalName(name), name);
  for (const { name, by } of vias) {
    const node = graph.node(normalName(name), name);
    const from = graph.find(normalName(by));
    if (from !== undefined) graph.edge(from, node);
    // Whoever is not in the file is a file of requirements, or the project itself.
    else graph.root(node, 'runtime');
  }
  return vias.length > 0 ? graph.build() : null;
}

function withKey({ direct: _, ...entry }: Listed): Listed {
  return { ...entry, key: normalName(entry.name) };
}

function* list({ path, text }: Document): Generator<Listed | Trouble> {
  const scope: PackageScope = /(?:dev|test|lint|docs?|ci|typing)[^/]{0,60}$/i.test(path.replace(/\.[a-z]+$/i, ''))
    ? 'development'
    : 'runtime';
  const isConstraint = /constraints?[^/]*$/i.test(path);
  for (const [index, line] of requirementLines(text).entries()) {
    const entry = requirementIn(line, { scope, route: [`[${index}]`] });
    if (entry) yield isConstraint ? { ...entry, direct: false } : entry;
    else if (!ELSEWHERE.test(line.value)) yield strangeLine(line, 'a requirement');
  }
}

/** Options, files and addresses, and what is filled in before pip reads it. */
const ELSEWHERE = /^\s{0,100}(?:-|\S{0,500}[/\\$]|\S{1,500}\.(?:whl|zip|gz|bz2|tgz)\b|<<<<<<<|=======|>>>>>>>)|\{[{%]/;

/** The spelling by which two names are compared (PEP 503). */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]{1,20}/g, '-');
}

interface Place {
  readonly scope: PackageScope;
  readonly route: readonly string[];
}

/** A line of a requirements file, or a requirement of a `pyproject.toml`. */
export function requirementIn(line: ScalarNode, place: Place): Listed | null {
  const editable = /^\s{0,100}(?:-e|--editable)[\s=]{1,20}/.exec(line.value);
  if (editable) return directIn(slice(line, editable[0].length, line.value.length), place);
  if (/^\s{0,100}-/.test(line.value)) return null;
  const direct = directIn(line, place);
  if (direct) return direct;
  const requirement = parseRequirement(line);
  return requirement && listed(requirement.name, place.route, { ...versionOf(requirement.specifier), scope: place.scope, direct: true });
}

/** A URL or path that pip installs: named by its fragment (`#egg=name`) or by the wheel's own file name. */
function directIn(line: ScalarNode, { scope, route }: Place): Listed | null {
  if (!/^\s{0,100}(?:[a-z+]{2,12}:\/\/|\.{0,2}\/|[\w.-]{1,200}\.whl\b)/i.test(line.value)) return null;
  const [whole, lead = '', name, built = null] =
    /^([^#]{0,2000}#(?:[^&\s]{1,200}&){0,5}egg=)([A-Za-z0-9][\w.-]{0,200})/.exec(line.value) ??
    /^((?:\S{0,2000}\/)?)([A-Za-z0-9][A-Za-z0-9_.]{0,200})-(\d[\w.+!]{0,100})-[\w.-]{1,200}\.whl\b/.exec(line.value) ??
    [];
  if (!whole || !name) return null;
  const requirement = line.value.trim().split(/\s/, 1)[0] ?? null;
  return listed(slice(line, lead.length, lead.length + name.length), route, { scope, direct: true, requirement, version: built });
}

const PINNED = /^={2,3}\s{0,10}([\w.!+-]{1,100})$/;

export function versionOf(specifier: string | null): { readonly requirement: string | null; readonly version: string | null } {
  return { requirement: specifier, version: PINNED.exec(specifier ?? '')?.[1] ?? null };
}
