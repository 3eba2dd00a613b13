// Reads files of a directory that nobody vouches for: no link is followed, nothing that could block or act is opened.
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { posix } from 'node:path';
import { sizeOf } from '../util/size.ts';
import { type Stamp, type Tree, Unread, type UnreadReason } from './tree.ts';

/** Not on every system: Windows has none of them. NONBLOCK: a pipe without a writer must not hold the scan. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);
const HAS_NOFOLLOW = constants.O_NOFOLLOW !== undefined;

const REASONS: Readonly<Record<string, UnreadReason>> = {
  ELOOP: 'symlink',
  EMLINK: 'symlink',
  ENOENT: 'deleted',
  ENOTDIR: 'deleted',
  EISDIR: 'submodule',
  ENXIO: 'special',
  ESPIPE: 'special',
};

/** Synchronous on purpose: for many small files it is several times faster than any concurrency in Node. */
export function fileReader(root: string, maxFileBytes: number): Tree['read'] {
  const isInside = directoryCheck(root);
  const base = `${root}/`;
  return (path, into, position) => {
    if (!isInside(path)) throw new Unread('symlink', 'a directory on its path is a symbolic link');
    if (!HAS_NOFOLLOW && isLink(base + path)) throw new Unread('symlink', 'a symbolic link');
    try {
      return position === 0 ? readFirst(base + path, into, maxFileBytes) : readMore(base + path, into, position);
    } catch (error) {
      throw unread(error, path);
    }
  };
}

function readFirst(path: string, into: Uint8Array, maxFileBytes: number): number {
  const file = openSync(path, FLAGS);
  try {
    const limit = Math.min(into.length, maxFileBytes + 1);
    const read = readSync(file, into, 0, limit, 0);
    // Small files end here, without a second system call. What is empty or large is looked at more closely.
    if (read === 0 || read === limit) checkKind(file, maxFileBytes);
    return read;
  } finally {
    closeSync(file);
  }
}

function readMore(path: string, into: Uint8Array, position: number): number {
  const file = openSync(path, FLAGS);
  try {
    return readSync(file, into, 0, into.length, position);
  } finally {
    closeSync(file);
  }
}

function checkKind(file: number, maxFileBytes: number): void {
  const status = fstatSync(file);
  if (status.isDirectory()) throw new Unread('submodule', 'a directory');
  if (!status.isFile()) throw new Unread('special', 'not a regular file');
  if (status.size > maxFileBytes) throw new Unread('too-large', `${sizeOf(status.size)}, more than the limit of ${sizeOf(maxFileBytes)}`);
}

function unread(error: unknown, path: string): unknown {
  if (error instanceof Unread || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  // A name that is not valid Unicode cannot be asked for again: that is a gap, not a deleted file.
  if (code === 'ENOENT' && path.includes('\ufffd')) return new Unread('unreadable', 'its name is not valid UTF-8');
  return new Unread(REASONS[code] ?? 'unreadable', code || error.message);
}

/** Looks without opening: a few microseconds a file. */
export function fileStamper(root: string): (path: string) => Stamp | null {
  const isInside = directoryCheck(root);
  return (path) => {
    const status = isInside(path) ? lstatSync(`${root}/${path}`, { throwIfNoEntry: false }) : undefined;
    if (!status?.isFile()) return null;
    const { size, mtimeMs, ctimeMs, ino } = status;
    return { id: `${size}.${mtimeMs}.${ctimeMs}.${ino}`, changed: Math.max(ctimeMs, mtimeMs) };
  };
}

/** NOFOLLOW guards the last part of a path only; the directories before it are looked at once each. */
function directoryCheck(root: string): (path: string) => boolean {
  const known = new Map<string, boolean>();
  const check = (directory: string): boolean => {
    const before = known.get(directory);
    if (before !== undefined) return before;
    const parent = posix.dirname(directory);
    const real = (parent === '.' || check(parent)) && !isLink(`${root}/${directory}`);
    known.set(directory, real);
    return real;
  };
  // Files come in the order of their paths, so most lie where the one before did.
  let last = '';
  return (path) => {
    const slash = path.lastIndexOf('/');
    if (slash < 0 || (slash === last.length && path.startsWith(last))) return true;
    const directory = path.slice(0, slash);
    if (!check(directory)) return false;
    last = directory;
    return true;
  };
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
