// A tree of files as every later stage sees it: names in one order, and bytes read into memory that the reader owns.

export interface Tree {
  /** Absolute path of the directory that `paths` are relative to, or a name for a tree in memory. */
  readonly root: string;
  /** Path of the root below the root of its git repository, with `/`; empty where they are the same or there is none. */
  readonly prefix: string;
  /** Relative to the root, with `/`, in code-unit order, each once. */
  readonly paths: readonly string[];
  /** Files that were left out while listing, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  /**
   * Fills `into` from a position in a file and returns how many bytes that were; fewer than fit means that the file ends there.
   * Throws `Unread` where the file is not one to be read.
   */
  read(path: string, into: Uint8Array, position: number): number;
  /** Present where `root` is a directory, so that other threads can read it too, under the same limit. */
  readonly onDisk?: { readonly maxFileBytes: number };
  /** Present where a later scan may meet the same files. Null where the file is not one to be read. */
  stamp?(path: string): Stamp | null;
}

/** By which a file system tells one content of a file from the next. */
export interface Stamp {
  readonly id: string;
  /** When content, name or rights last changed, in milliseconds since 1970: nobody can set it back. */
  readonly changed: number;
}

/** Why a file of a tree was not read. */
export type UnreadReason = 'symlink' | 'special' | 'submodule' | 'deleted' | 'too-large' | 'unreadable';

export class Unread extends Error {
  override readonly name = 'Unread';
  readonly reason: UnreadReason;

  constructor(reason: UnreadReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** A tree that is not on disk, for tests and editors. */
export function memoryTree(files: Readonly<Record<string, string | Uint8Array>>): Tree {
  const encoder = new TextEncoder();
  const contents = new Map(Object.entries(files).map(([path, file]) => [path, typeof file === 'string' ? encoder.encode(file) : file]));
  return {
    root: 'memory:',
    prefix: '',
    paths: [...contents.keys()].sort(),
    skipped: {},
    read: (path, into, position) => {
      const bytes = contents.get(path);
      if (!bytes) throw new Unread('deleted', 'no such file in the tree');
      const part = bytes.subarray(position, position + into.length);
      into.set(part);
      return part.length;
    },
  };
}
