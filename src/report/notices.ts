// What each kind of notice means and what to do about it, the same for every scan.

export interface NoticeKind {
  readonly says: string;
  readonly help: string;
}

const kinds: Readonly<Record<string, NoticeKind>> = {
  'bare-repository': {
    says: 'A repository without its files was scanned.',
    help: 'Clone it, or give it a work tree (git worktree add), and scan that.',
  },
  'binary-content': {
    says: 'A file has the name of a text and the content of a binary.',
    help: 'Store the file as UTF-8 or UTF-16 with a byte order mark, or exclude it.',
  },
  'dependency-cycle': {
    says: 'Packages need each other in a circle.',
    help: 'Who brought a package in is told along one way round. No package is missed.',
  },
  'duplicate-key': {
    says: 'A key stands twice.',
    help: 'Only one of the two holds for the tool that reads the file. Remove the other.',
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
  'merge-conflict': {
    says: 'A file holds an unresolved merge conflict.',
    help: 'Resolve the conflict. Both sides were read as far as possible.',
  },
  'nothing-left': {
    says: 'No file was left to be scanned.',
    help: 'Correct --include or --exclude: a glob is relative to the scanned folder, and one without a slash means names at any depth.',
  },
  'results-cut': {
    says: 'Not all results are in this file.',
    help: 'Platforms keep at most 5,000 results of a run. The most severe are in the file; the JSON report holds all of them.',
  },
  submodule: {
    says: 'A repository inside the repository was not scanned.',
    help: 'Check it out (git submodule update --init) or scan it by itself.',
  },
  'suppression-expired': {
    says: 'A suppression has ended.',
    help: 'Its findings count again. Put them right, or renew the suppression with a new day.',
  },
  'suppression-forbidden': {
    says: 'A comment suppresses a finding where the policy does not let it.',
    help: 'Suppress it in waybill.yaml, or allow inline-suppressions there.',
  },
  'suppression-unknown': {
    says: 'A comment suppresses a rule that does not exist.',
    help: 'Correct the name; waybill rules list shows the rules. Rules of your own are known with --rules only.',
  },
  'suppression-unused': {
    says: 'A suppression holds for nothing.',
    help: 'Remove it; what it was for is gone, or its path is misspelt.',
  },
  'suppression-without-reason': {
    says: 'A comment suppresses a finding without a reason.',
    help: 'Write the reason behind the brackets: waybill: ignore[rule] the reason.',
  },
  'too-deep': {
    says: 'Some files lie too deep to be scanned.',
    help: 'Scan the folder that holds them by itself.',
  },
  'too-large': {
    says: 'A file is too large to be searched.',
    help: 'Split the file, or exclude it if it holds data only.',
  },
  'unknown-lockfile-version': {
    says: 'A lock file has a version that is not known.',
    help: 'It was read like the nearest known version. Look for an update of waybill.',
  },
  unparsable: {
    says: 'A file could not be understood.',
    help: 'Correct its syntax, or write it anew with the tool that made it. Nothing in it was taken into account from the place that is named.',
  },
  unreadable: {
    says: 'A file or folder could not be read.',
    help: 'Give the scan the right to read it, or exclude it.',
  },
  'unreadable-part': {
    says: 'A part of a file could not be understood.',
    help: 'Correct the syntax at the line that is named; the rest of the file was read.',
  },
  'unsure-syntax': {
    says: 'Code could be read in more than one way.',
    help: 'A bracket or text at the line that is named does not end. What stands around it may be misunderstood.',
  },
  'walker-failed': {
    says: 'A file could not be understood because of a mistake in waybill.',
    help: 'What was seen before the mistake is in the report. Please report it to the maintainers with the message.',
  },
};

/** Every kind that is known before a scan. */
export const noticeCodes: readonly string[] = Object.keys(kinds).sort();

export function noticeKind(code: string): NoticeKind {
  return (
    kinds[code] ?? { says: 'Something was not seen.', help: 'The message says what and where: put it right and scan again, or exclude it.' }
  );
}
