// Texts that are kept in a directory from scan to scan, whole or not at all. One that is lost or spoilt costs time and nothing else,
// so no failure here is worth telling.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const DAY = 24 * 60 * 60 * 1000;
const LONGEST_UNUSED = 30 * DAY;
const MOST_BYTES = 512 * 1024 * 1024;
/** Only these are ever removed, whatever else lies in the directory. */
const OURS = /^[0-9a-f]{64}\.txt(?:\.\d{1,10}\.tmp)?$/;

export interface KeptPlace {
  readonly directory: string;
  /** 64 hex digits. */
  readonly name: string;
}

/** Null where there is none, or not all of it. */
export function readKept(place: KeptPlace): string | null {
  return quietly(() => {
    const path = pathOf(place);
    const bytes = readFileSync(path);
    const start = bytes.indexOf('\n') + 1;
    const body = bytes.subarray(start);
    if (bytes.toString('latin1', 0, start) !== `${digest(body)}\n`) return null;
    const now = new Date();
    utimesSync(path, now, now);
    return body.toString('utf8');
  });
}

/** `textOf` may fail, too: of a huge tree there is more to keep than a string can hold. */
export function writeKept(place: KeptPlace, textOf: () => string): void {
  const draft = `${pathOf(place)}.${process.pid}.tmp`;
  const isWritten = quietly(() => {
    // It holds lines of what was scanned: nobody else's business.
    makeFolder(place.directory);
    const body = Buffer.from(textOf(), 'utf8');
    writeFileSync(draft, Buffer.concat([Buffer.from(`${digest(body)}\n`), body]), { mode: 0o600, flag: 'wx' });
    renameSync(draft, pathOf(place));
    return true;
  });
  quietly(() => (isWritten ? removeUnused(place.directory) : rmSync(draft, { force: true })));
}

/** Step by step: where a file system denies that the parent is there (`/proc`, mount points), Node's own recursion never ends. */
function makeFolder(directory: string): void {
  if (existsSync(directory)) return;
  const parent = dirname(directory);
  if (parent !== directory) makeFolder(parent);
  try {
    mkdirSync(directory, { mode: 0o700 });
  } catch (error) {
    // Another scan may have been faster.
    if (!existsSync(directory)) throw error;
  }
}

function quietly<T>(attempt: () => T): T | null {
  try {
    return attempt();
  } catch {
    return null;
  }
}

function pathOf({ directory, name }: KeptPlace): string {
  return join(directory, `${name}.txt`);
}

function digest(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}

/** The longest unused first, and all that nobody asked for in a month. */
function removeUnused(directory: string): void {
  const files = readdirSync(directory)
    .filter((name) => OURS.test(name))
    .map((name) => ({ path: join(directory, name), status: statSync(join(directory, name)) }))
    .sort((one, other) => other.status.mtimeMs - one.status.mtimeMs);
  let bytes = 0;
  for (const { path, status } of files) {
    bytes += status.size;
    if (bytes > MOST_BYTES || status.mtimeMs < Date.now() - LONGEST_UNUSED) rmSync(path, { force: true });
  }
}
