// What each kind of notice means and what to do about it, the same for every scan.

export interface NoticeKind {
  readonly says: string;
  readonly help: string;
}

const kinds: Readonly<Record<string, NoticeKind>> = {
  'binary-content': {
    says: 'A file has the name of a text and the content of a binary.',
    help: 'Store the file as UTF-8 or UTF-16 with a byte order mark, or exclude it.',
  },
  'git-unavailable': {
    says: 'Git could not list the files.',
    help: 'The folder was walked instead, so ignored files may have been scanned. Install git, or let it read this repository.',
  },
  'hub-limit': {
    says: 'Some models were not looked up on the Hub.',
    help: 'A scan asks the Hub a limited number of times. Scan parts of the repository one by one.',
  },
  'hub-unavailable': {
    says: 'The Hub gave no answer.',
    help: 'The lineage of the model may be incomplete. Try again, or name its base model in a model card beside it.',
  },
  'results-cut': {
    says: 'Not all results are in this file.',
    help: 'Platforms keep at most 5,000 results of a run. The most severe are in the file; the JSON report holds all of them.',
  },
  submodule: {
    says: 'A repository inside the repository was not scanned.',
    help: 'Check it out (git submodule update --init) or scan it by itself.',
  },
  'too-deep': {
    says: 'Some files lie too deep to be scanned.',
    help: 'Scan the folder that holds them by itself.',
  },
  'too-large': {
    says: 'A file is too large to be searched.',
    help: 'Split the file, or exclude it if it holds data only.',
  },
  unreadable: {
    says: 'A file or folder could not be read.',
    help: 'Give the scan the right to read it, or exclude it.',
  },
  'unreadable-part': {
    says: 'A part of a file could not be understood.',
    help: 'Correct the syntax at the line that is named; the rest of the file was read.',
  },
};

/** Every kind that is known before a scan. */
export const noticeCodes: readonly string[] = Object.keys(kinds).sort();

export function noticeKind(code: string): NoticeKind {
  return kinds[code] ?? { says: 'Something was not seen.', help: 'Less was seen than was asked; the message says what and where.' };
}
