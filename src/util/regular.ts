// Text of files that somebody else placed. A pipe would be waited for and a link leads elsewhere, so it is looked before it is opened.
import { lstatSync, readFileSync, type Stats, statSync } from 'node:fs';

export interface Regular {
  readonly text: string;
}

/** Why there is no text, as words behind the path; `missing` for nothing at all. */
export interface Refusal {
  readonly why: string;
  readonly missing: boolean;
}

/** `links`: whether a symbolic link may stand for the file. */
export function readRegular(path: string, { links }: { readonly links: boolean }): Regular | Refusal {
  try {
    const found = links ? statSync(path) : lstatSync(path);
    return found.isFile() ? { text: readFileSync(path, 'utf8') } : { why: `is ${kindOf(found)}`, missing: false };
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    return { why: missing ? 'does not exist' : 'cannot be read', missing };
  }
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'a folder';
  if (found.isSymbolicLink()) return 'a symbolic link';
  return found.isFIFO() ? 'a named pipe' : 'no regular file';
}
