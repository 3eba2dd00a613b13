// What each kind of notice means and what to do about it, the same for every scan.

export interface NoticeKind {
  readonly says: string;
  readonly help: string;
}

const kinds: Readonly<Record<string, NoticeKind>> = {
  'results-cut': {
    says: 'Not all results are in this file.',
    help: 'Platforms keep at most 5,000 results of a run. The most severe are in the file; the JSON report holds all of them.',
  },
};

/** Every kind that is known before a scan. */
export const noticeCodes: readonly string[] = Object.keys(kinds).sort();

export function noticeKind(code: string): NoticeKind {
  return kinds[code] ?? { says: 'Something was not seen.', help: 'Less was seen than was asked; the message says what and where.' };
}
