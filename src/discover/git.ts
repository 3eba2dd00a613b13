// What git lists of a work tree: tracked files and those that are new and not ignored. Asks git for names only, and lets it
// run nothing that the repository's own configuration names.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Note } from './discover.ts';

const run = promisify(execFile);
const LONGEST_OUTPUT = 1024 * 1024 * 1024;
const MOST_NESTED = 16;

const HARDENED = [
  '--no-optional-locks',
  ...['core.fsmonitor=', `core.hooksPath=${devNull}`, `core.excludesFile=${devNull}`, 'safe.directory=*'].flatMap((setting) => [
    '-c',
    setting,
  ]),
];

/** The nearest directory upwards that has a `.git`, or null. */
export function repositoryOf(directory: string): string | null {
  for (let at = directory; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return null;
  }
}

/** Paths below a directory of a work tree, unsorted, those of nested repositories included; null where git gives no answer. */
export async function listGit(directory: string, note: Note, depth = 0): Promise<readonly string[] | null> {
  const names = await ask(directory, ['-co', '--exclude-standard', '--deduplicate']).catch(() => null);
  if (!names) {
    note({
      kind: 'notice',
      code: 'git-unavailable',
      path: null,
      line: null,
      detail: 'git could not list the files; the directory was walked instead',
    });
    return null;
  }
  // git names a nested repository by a slash at the end where it is not tracked, and by its mode where it is a submodule.
  const nested = names.filter((name) => name.endsWith('/')).map((name) => name.slice(0, -1));
  const submodules = existsSync(join(directory, '.gitmodules')) ? await gitlinks(directory) : [];
  const links = new Set(submodules);
  const paths = names.filter((name) => !name.endsWith('/') && !links.has(name));
  for (const path of depth < MOST_NESTED ? [...nested, ...submodules] : []) {
    const inner = await listNested(join(directory, path), path, { note, depth });
    for (const name of inner) paths.push(`${path}/${name}`);
  }
  return paths;
}

async function listNested(directory: string, path: string, { note, depth }: { note: Note; depth: number }): Promise<readonly string[]> {
  const paths = existsSync(join(directory, '.git')) ? await listGit(directory, note, depth + 1) : null;
  if (!paths)
    note({ kind: 'notice', code: 'submodule', path, line: null, detail: 'a repository inside that is not checked out or not readable' });
  return paths ?? [];
}

async function gitlinks(directory: string): Promise<readonly string[]> {
  const entries = await ask(directory, ['-s']).catch(() => []);
  return entries.filter((entry) => entry.startsWith('160000 ')).map((entry) => entry.slice(entry.indexOf('\t') + 1));
}

async function ask(directory: string, options: readonly string[]): Promise<string[]> {
  const { stdout } = await run('git', [...HARDENED, 'ls-files', '-z', ...options], {
    cwd: directory,
    env: environment(),
    encoding: 'buffer',
    maxBuffer: LONGEST_OUTPUT,
    windowsHide: true,
  });
  const names = stdout.toString('utf8').split('\0');
  // A configured work tree elsewhere must not lead out of the directory that was asked for.
  return names.filter((name) => name !== '' && !name.startsWith('../') && !name.startsWith('/'));
}

/** The user's own git settings must not change the answer; nor may variables that a hook inherited. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  return { ...own, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
}
