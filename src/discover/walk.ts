// Lists a directory that is not a git work tree: regular files only, nested .gitignore files honoured.
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ignore } from 'ignore';
import type { Note } from './discover.ts';

const PRUNED: ReadonlySet<string> = new Set(['.git', 'node_modules']);
const LONGEST_IGNORE_FILE = 1024 * 1024;

interface Scope {
  /** Path of the ignore file's directory below the root, with a slash at the end, or empty. */
  readonly base: string;
  readonly rules: Ignore;
}

/** Paths relative to the directory, unsorted. A link is listed, so that it is counted; reading it is refused. */
export async function listDirectory(root: string, maxDepth: number, note: Note): Promise<readonly string[]> {
  const paths: string[] = [];
  const visit = async (base: string, depth: number, scopes: readonly Scope[]): Promise<void> => {
    const entries = entriesOf(join(root, base), base, note);
    const inner = entries.some(isIgnoreFile) ? await enter(root, base, scopes) : scopes;
    for (const entry of entries) {
      const path = base + entry.name;
      if (entry.isDirectory()) {
        // One level more than may be listed; the caller counts what lies too deep, and what was not entered as one.
        if (PRUNED.has(entry.name) || isIgnored(`${path}/`, inner)) continue;
        if (depth <= maxDepth) await visit(`${path}/`, depth + 1, inner);
        else paths.push(`${path}/`);
      } else if ((entry.isFile() || entry.isSymbolicLink()) && !isIgnored(path, inner)) paths.push(path);
    }
  };
  await visit('', 0, []);
  return paths;
}

function entriesOf(directory: string, base: string, note: Note): readonly Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    const detail = code === 'ENOENT' && base.includes('\ufffd') ? 'its name is not valid UTF-8' : code;
    note({ kind: 'notice', code: 'unreadable', path: base.slice(0, -1) || '.', line: null, detail });
    return [];
  }
}

function isIgnoreFile(entry: Dirent): boolean {
  return entry.name === '.gitignore' && entry.isFile();
}

async function enter(root: string, base: string, scopes: readonly Scope[]): Promise<readonly Scope[]> {
  const { default: ignore } = await import('ignore');
  const text = readIgnoreFile(join(root, base, '.gitignore'));
  return [...scopes, { base, rules: ignore().add(text) }];
}

function readIgnoreFile(path: string): string {
  try {
    const text = readFileSync(path, 'utf8');
    return text.length > LONGEST_IGNORE_FILE ? '' : text;
  } catch {
    return '';
  }
}

/** The innermost ignore file that has an opinion decides, as in git. */
function isIgnored(path: string, scopes: readonly Scope[]): boolean {
  for (const { base, rules } of scopes.toReversed()) {
    const { ignored, unignored } = rules.test(path.slice(base.length));
    if (ignored || unignored) return ignored;
  }
  return false;
}
