import type { Language, StringForm } from '../language.ts';

const FORMATTED = /(?:^|\W)(?:[fFtT]|[fFtT][rR]|[rR][fFtT])$/;
const RAW = /(?:^|\W)(?:[rR]|[rR][bB]|[bB][rR])$/;
const PLAIN = /(?:^|\W)[bBuU]$/;

function quoted(open: string, multiline: boolean): readonly StringForm[] {
  const shared = { open, escape: '\\', multiline } as const;
  return [
    { ...shared, behind: FORMATTED, hole: '{', doubledHole: true },
    { ...shared, behind: RAW, raw: true },
    { ...shared, behind: PLAIN },
    shared,
  ];
}

export const python: Language = {
  name: 'python',
  strings: [...quoted('"""', true), ...quoted("'''", true), ...quoted('"', false), ...quoted("'", false)],
  lineComments: ['#'],
  blockComments: [],
  adjacent: true,
  joins: /^\+$/,
  docstrings: true,
};
