// Languages of shells, editors and desktops.
import type { Language, StringForm } from '../language.ts';

const quote: StringForm = { open: '"', escape: '\\', multiline: true };
const single: StringForm = { open: "'", escape: '\\', multiline: true };

export const powershell: Language = {
  name: 'powershell',
  strings: [
    { open: '@"', close: '\n"@', escape: null, multiline: true, hole: '$(', variable: /\$(?:\w{1,40}:)?\w{1,80}/g },
    { open: "@'", close: "\n'@", escape: null, multiline: true },
    { open: '"', escape: '`', multiline: true, hole: '$(', variable: /\$(?:\w{1,40}:)?\w{1,80}/g },
    { open: "'", escape: 'double', multiline: true },
  ],
  lineComments: ['#'],
  blockComments: [{ open: '<#', close: '#>' }],
  commentAtWord: true,
  joins: /^\+$/,
  bareCalls: true,
};

export const nushell: Language = {
  name: 'nushell',
  strings: [
    { open: '"', behind: /\$$/, escape: '\\', multiline: true, hole: '(' },
    quote,
    { ...single, escape: null },
    { open: '`', escape: null },
  ],
  lineComments: ['#'],
  blockComments: [],
  commentAtWord: true,
  joins: /^(?:\+|\+\+)$/,
  bareCalls: true,
};

/** A line that begins with a quote is a comment. */
export const vim: Language = {
  name: 'vim',
  strings: [
    { open: '"', ahead: /(?<=^[ \t]{0,40})"/my, close: '\n', escape: null, multiline: true, opaque: true },
    { open: '"', escape: '\\' },
    { open: "'", escape: 'double' },
  ],
  lineComments: [],
  blockComments: [],
  joins: /^\.{1,2}$/,
};

export const autohotkey: Language = {
  name: 'autohotkey',
  strings: [
    { open: '"', escape: '`' },
    { open: "'", behind: /(?:^|\W)$/, escape: '`' },
  ],
  lineComments: [';'],
  blockComments: [{ open: '/*', close: '*/' }],
  commentAtWord: true,
  joins: /^\.$/,
};

/** Visual Basic in all its ages. */
export const visualbasic: Language = {
  name: 'visualbasic',
  strings: [
    { open: '"', behind: /\$$/, escape: 'double', multiline: true, hole: '{', doubledHole: true },
    { open: '"', escape: 'double' },
  ],
  lineComments: ["'"],
  blockComments: [],
  joins: /^[&+]$/,
};
