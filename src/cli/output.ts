// A report file is there whole or not at all: a reader never sees half of one.

import { randomBytes } from 'node:crypto';
import { lstat, rename, rm, writeFile } from 'node:fs/promises';
import { UsageError } from '../util/errors.ts';

export async function writeReport(file: string, text: Iterable<string>): Promise<void> {
  try {
    if (await isSpecial(file)) await writeFile(file, text);
    else await replace(file, text);
  } catch (error) {
    throw new UsageError(`cannot write the report: ${(error as NodeJS.ErrnoException).code ?? String(error)}`, {
      code: 'output-not-written',
      where: file,
      hint: 'name a file in a folder that exists and that you may write to',
    });
  }
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
