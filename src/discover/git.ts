// What git lists of a work tree: tracked files and those that are new and not ignored. Asks git for names only, and lets it
// run nothing that the repository's own configuration names.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';
import type { Note } from './discover.ts';

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

/** What git keeps in a `.git`, without a work tree around it: the files are inside its objects. */
export function isBare(directory: string): boolean {
  return ['HEAD', 'config', 'objects', 'refs'].every((name) => existsSync(join(directory, name)));
}

/** Paths below a directory of a work tree, unsorted, those of nested repositories included; null where git gives no answer. */
export function listGit(directory: string, note: Note, depth = 0): readonly string[] | null {
  const names = ask(directory, ['-co', '--exclude-standard', '--deduplicate']);
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
  const submodules = new Set(existsSync(join(directory, '.gitmodules')) ? gitlinks(directory) : []);
  const nested = [...submodules];
  const paths = names.filter((name) => {
    // git names a nested repository by a slash at the end where it is not tracked, and by its mode where it is a submodule.
    if (name.endsWith('/')) nested.push(name.slice(0, -1));
    else if (!submodules.has(name) && !leadsOut(name)) return true;
    return false;
  });
  for (const path of depth < MOST_NESTED ? nested : []) {
    if (!leadsOut(path)) for (const name of listNested(join(directory, path), path, { note, depth })) paths.push(`${path}/${name}`);
  }
  return paths;
}

/** A configured work tree elsewhere must not lead out of the directory that was asked for. */
function leadsOut(name: string): boolean {
  return name.startsWith('../') || name.startsWith('/');
}

function listNested(directory: string, path: string, { note, depth }: { note: Note; depth: number }): readonly string[] {
  const paths = existsSync(join(directory, '.git')) ? listGit(directory, note, depth + 1) : null;
  if (!paths)
    note({ kind: 'notice', code: 'submodule', path, line: null, detail: 'a repository inside that is not checked out or not readable' });
  return paths ?? [];
}

function gitlinks(directory: string): readonly string[] {
  const entries = ask(directory, ['-s']) ?? [];
  return entries.filter((entry) => entry.startsWith('160000 ')).map((entry) => entry.slice(entry.indexOf('\t') + 1));
}

/** Null where git cannot be run or refuses. Synchronous: setting up streams would cost more than git itself. */
function ask(directory: string, options: readonly string[]): readonly string[] | null {
  const { status, stdout } = spawnSync('git', [...HARDENED, 'ls-files', '-z', ...options], {
    cwd: directory,
    env: environment(),
    maxBuffer: LONGEST_OUTPUT,
    stdio: ['ignore', 'pipe', 'ignore'],
    windowsHide: true,
  });
  if (status !== 0) return null;
  const names = stdout.toString('utf8').split('\0');
  names.pop();
  return names;
}

/** The user's own git settings must not change the answer; nor may variables that a hook inherited. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  return { ...own, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
}
