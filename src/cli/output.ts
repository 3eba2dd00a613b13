// A report file is there whole or not at all: a reader never sees half of one.

import { randomBytes } from 'node:crypto';
import { access, constants, lstat, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from '../util/errors.ts';

export async function writeReport(file: string, text: Iterable<string>): Promise<void> {
  try {
    if (await isSpecial(file)) await writeFile(file, text);
    else await replace(file, text);
  } catch (error) {
    throw notWritten(file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

/** Before the scan: nobody wants to wait for a report that can be written nowhere. */
export async function checkOutput(file: string): Promise<void> {
  if (file === '')
    throw new UsageError('the name of the report is empty', { code: 'output-not-written', hint: 'name a file behind --output' });
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory()) throw notWritten(file, 'EISDIR');
  // What is replaced needs a folder that may be written; what is written through may lie anywhere.
  const place = (await isSpecial(file)) ? found && file : dirname(file);
  if (place !== null) await access(place, constants.W_OK).catch(({ code }) => Promise.reject(notWritten(file, code)));
}

const steps: Readonly<Record<string, string>> = {
  ENOENT: 'make its folder first, or name a file in one that exists',
  ENOTDIR: 'make its folder first, or name a file in one that exists',
  EISDIR: 'this is a folder: name a file in it',
  ENOSPC: 'free some space, or name a file on another disk',
};

function notWritten(file: string, why: string): UsageError {
  const hint = steps[why] ?? 'name a file that you may write';
  return new UsageError(`cannot write the report: ${why}`, { code: 'output-not-written', where: file, hint });
}

/** A pipe, a device or a link is written through, not replaced. */
async function isSpecial(file: string): Promise<boolean> {
  const found = await lstat(file).catch(() => null);
  return found !== null && !found.isFile();
}

async function replace(file: string, text: Iterable<string>): Promise<void> {
  const beside = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await writeFile(beside, text, { flag: 'wx' });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
