// Paths on a command line to a tree: what git knows of a work tree, or else a walk that honours .gitignore.
import { realpathSync, type Stats, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Notice } from '../model.ts';
import { UsageError } from '../util/errors.ts';
import { asTyped, globTest } from '../util/glob.ts';
import { fileReader, fileStamper } from './files.ts';
import { isBare, listGit, repositoryOf } from './git.ts';
import type { Tree } from './tree.ts';
import { listDirectory } from './walk.ts';

export interface DiscoverOptions {
  /** Directories and files, absolute or relative to `cwd`; one at least. */
  readonly paths: readonly string[];
  readonly cwd?: string;
  /** Globs on paths relative to the root, or on names where they have no slash: only what matches one, and nothing that does. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Larger files are left alone. */
  readonly maxFileBytes?: number;
  /** How many directories may stand before a file's name. */
  readonly maxDepth?: number;
}

export type Note = (notice: Notice) => void;

export const MAX_FILE_BYTES = 64 * 1024 * 1024;
export const MAX_DEPTH = 64;

/**
 * The root is the directory that was asked for; with several paths, or a file, it is `cwd` or, where that does not hold them, their
 * nearest common directory. Throws `UsageError` for a path that is not there.
 */
export async function discover(options: DiscoverOptions, note: Note): Promise<Tree> {
  const { cwd = currentFolder(), maxFileBytes = MAX_FILE_BYTES, maxDepth = MAX_DEPTH } = options;
  const named = await Promise.all(options.paths.map((path) => expand(path, cwd)));
  const targets = named.flat().map((path) => targetOf(path, cwd));
  const root = rootOf(targets, realpathSync(cwd));
  const repository = repositoryOf(root);
  const listed: string[] = [];
  for (const { path, isDirectory } of targets) {
    const from = portable(relative(root, path));
    const below = isDirectory ? await list(path, maxDepth, note) : null;
    for (const name of below ?? [from]) listed.push(below && from ? `${from}/${name}` : name);
  }
  const { paths, skipped } = select(listed.sort(), options, maxDepth);
  if (skipped['too-deep'])
    note({
      kind: 'notice',
      code: 'too-deep',
      path: null,
      line: null,
      detail: `${skipped['too-deep']} files or directories lie deeper than ${maxDepth} directories`,
    });
  if (paths.length === 0 && skipped.excluded)
    note({ kind: 'notice', code: 'nothing-left', path: null, line: null, detail: nothingLeft(options, skipped.excluded) });
  const prefix = repository === null ? '' : portable(relative(repository, root));
  return { root, prefix, paths, skipped, read: fileReader(root, maxFileBytes), onDisk: { maxFileBytes }, stamp: fileStamper(root) };
}

/** Deleted, or closed to this user, below a shell that is still in it. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new UsageError('the current folder does not exist any more', { code: 'missing-path', hint: 'change to another one' });
  }
}

/** A shell that does not expand globs leaves it to us; a path that exists is meant as it stands. */
async function expand(path: string, cwd: string): Promise<readonly string[]> {
  if (!/[*?[{(]/.test(path) || 'status' in look(resolve(cwd, path))) return [path];
  const { default: glob } = await import('fast-glob');
  const found = await glob(portable(path), { cwd, dot: true, onlyFiles: false, followSymbolicLinks: false, ignore: ['**/.git/**'] });
  return found.length > 0 ? found.sort() : [path];
}

interface Target {
  readonly path: string;
  readonly isDirectory: boolean;
}

/** A link that the user names is the user's choice; links inside are not followed. */
function targetOf(path: string, cwd: string): Target {
  // What a shell makes of a variable that is not set; it must not come to mean the current directory.
  if (path === '') throw new UsageError('the path is empty', { code: 'missing-path', hint: 'give a file or a folder, such as `.`' });
  const absolute = resolve(cwd, path);
  const seen = look(absolute);
  if (!('status' in seen)) throw absent(path, seen.code);
  const { status } = seen;
  if (!status.isDirectory() && !status.isFile())
    throw new UsageError(`neither a file nor a folder: ${path}`, { code: 'special-path', hint: 'write what it gives to a file' });
  return { path: realpathSync(absolute), isDirectory: status.isDirectory() };
}

/** What is at a path, or the code of the error that keeps it from being seen. */
function look(path: string): { readonly status: Stats } | { readonly code: string } {
  try {
    return { status: statSync(path) };
  } catch (error) {
    return { code: error instanceof Error && 'code' in error ? String(error.code) : 'unknown error' };
  }
}

const LONGEST_SHOWN = 200;

function absent(path: string, code: string): UsageError {
  const shown = path.length > LONGEST_SHOWN ? `${path.slice(0, LONGEST_SHOWN)}…` : path;
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? new UsageError(`no such file or folder: ${shown}`, { code: 'missing-path', hint: 'give a file or a folder that exists' })
    : new UsageError(`cannot look at ${shown}: ${code}`, { code: 'closed-path', hint: 'give a file or a folder that you may read' });
}

function rootOf(targets: readonly Target[], cwd: string): string {
  const [first, ...others] = targets;
  if (!first) throw new UsageError('no path to scan', { code: 'missing-path', hint: 'give a file or a folder' });
  if (others.length === 0 && first.isDirectory) return first.path;
  if (targets.every(({ path }) => isInside(path, cwd))) return cwd;
  let root = first.isDirectory ? first.path : resolve(first.path, '..');
  while (!targets.every(({ path }) => isInside(path, root))) root = resolve(root, '..');
  return root;
}

function isInside(path: string, directory: string): boolean {
  return path.startsWith(directory.endsWith(sep) ? directory : directory + sep) || path === directory;
}

function portable(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

async function list(directory: string, maxDepth: number, note: Note): Promise<readonly string[]> {
  if (repositoryOf(directory) !== null) {
    const paths = listGit(directory, note);
    // Nothing at all: what was asked for is itself ignored, or git could not be asked.
    if (paths && paths.length > 0) return paths;
  } else if (isBare(directory))
    note({
      kind: 'notice',
      code: 'bare-repository',
      path: null,
      line: null,
      detail: `${directory.split(sep).at(-1)} has no files checked out`,
    });
  return listDirectory(directory, maxDepth, note);
}

interface Selection {
  readonly paths: readonly string[];
  readonly skipped: Readonly<Record<string, number>>;
}

function select(listed: readonly string[], { include = [], exclude = [] }: DiscoverOptions, maxDepth: number): Selection {
  const isIncluded = include.length > 0 ? globTest(asTyped(include)) : () => true;
  const isExcluded = exclude.length > 0 ? globTest(asTyped(exclude)) : () => false;
  const skipped: Record<string, number> = {};
  const paths = listed.filter((path, at) => {
    // Paths that were given may overlap.
    if (path === listed[at - 1]) return false;
    const reason = isDeeper(path, maxDepth) ? 'too-deep' : isIncluded(path) && !isExcluded(path) ? null : 'excluded';
    if (reason) skipped[reason] = (skipped[reason] ?? 0) + 1;
    return reason === null;
  });
  return { paths, skipped };
}

/** A misspelt glob leaves nothing to be found. */
function nothingLeft({ include = [], exclude = [] }: DiscoverOptions, files: number): string {
  const given = [...include.map((glob) => `--include ${glob}`), ...exclude.map((glob) => `--exclude ${glob}`)];
  return `none of ${files} files is left by ${given.join(' ')}`;
}

function isDeeper(path: string, maxDepth: number): boolean {
  let depth = 0;
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) depth++;
  return depth > maxDepth;
}
