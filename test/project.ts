// The whole pipeline on files in memory, and on the projects in `fixtures/projects`.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createCatalog,
  loadKnowledge,
  loadRules,
  memoryTree,
  type ScanReport,
  scanTree,
  type Tree,
  type TreeOptions,
} from '../src/index.ts';

export type Files = Readonly<Record<string, string>>;

const knowledge = await loadKnowledge();
const catalog = createCatalog(knowledge);
const rules = await loadRules(knowledge);

export function scanFiles(files: Files, options: Partial<TreeOptions> = {}): Promise<ScanReport> {
  return scanListed(memoryTree(files), options);
}

export function scanListed(tree: Tree, options: Partial<TreeOptions> = {}): Promise<ScanReport> {
  return scanTree(tree, { catalog, rules, today: '2026-11-25', ...options });
}

export function project(name: string): Files {
  const root = fileURLToPath(new URL(`../fixtures/projects/${name}`, import.meta.url));
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(root, path)).isFile());
  return Object.fromEntries(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8')]));
}

/** `path:line rule` of every finding. */
export function places({ findings }: ScanReport): string[] {
  return findings.map(({ rule, subject: { reference } }) => `${reference.evidence.path}:${reference.evidence.region?.startLine} ${rule}`);
}
