// Languages with braces, `//` and `/* */`.
import type { Language, StringForm } from '../language.ts';

const quote: StringForm = { open: '"', escape: '\\' };
const character: StringForm = { open: "'", ahead: /'(?:\\[^\n]{1,8}?|[^'\\\n])(?=')/y, close: "'", escape: null, opaque: true };
const braces = { lineComments: ['//'], blockComments: [{ open: '/*', close: '*/' }], braceBlocks: true, joins: /^\+$/ } as const;
const nestedComments = [{ open: '/*', close: '*/', nested: true }] as const;

export const go: Language = { ...braces, name: 'go', strings: [quote, { open: '`', escape: null, multiline: true }, character] };

export const java: Language = { ...braces, name: 'java', strings: [{ open: '"""', escape: '\\', multiline: true }, quote, character] };

const dollar = { hole: '${', variable: /\$[A-Za-z_]\w{0,80}/g } as const;

export const kotlin: Language = {
  ...braces,
  name: 'kotlin',
  strings: [{ open: '"""', escape: null, multiline: true, ...dollar }, { ...quote, ...dollar }, character],
  blockComments: nestedComments,
};

/** Groovy, as in Gradle and Jenkins. */
export const groovy: Language = {
  ...braces,
  name: 'groovy',
  strings: [
    { open: '"""', escape: '\\', multiline: true, ...dollar },
    { open: "'''", escape: '\\', multiline: true },
    { ...quote, ...dollar },
    { open: "'", escape: '\\' },
  ],
  bareCalls: true,
};

const INTERPOLATED = /(?:^|\W)[a-z]\w{0,8}$/;

export const scala: Language = {
  ...braces,
  name: 'scala',
  strings: [
    { open: '"""', escape: null, multiline: true, behind: INTERPOLATED, ...dollar },
    { open: '"""', escape: null, multiline: true },
    { ...quote, behind: INTERPOLATED, ...dollar },
    quote,
    character,
  ],
  blockComments: nestedComments,
};

export const rust: Language = {
  ...braces,
  name: 'rust',
  strings: [
    { open: '"', close: '"$1', behind: /(?:^|[^\w#])[bc]?r(#{0,8})$/, escape: null, multiline: true },
    { open: '"', escape: '\\', multiline: true },
    character,
  ],
  blockComments: nestedComments,
};

export const csharp: Language = {
  ...braces,
  name: 'csharp',
  initializers: true,
  strings: [
    { open: '"""', behind: /\$+$/, escape: null, multiline: true, hole: '{' },
    { open: '"""', escape: null, multiline: true },
    { open: '"', behind: /(?:\$@|@\$)$/, escape: 'double', multiline: true, hole: '{', doubledHole: true },
    { open: '"', behind: /\$$/, escape: '\\', hole: '{', doubledHole: true },
    { open: '"', behind: /@$/, escape: 'double', multiline: true },
    quote,
    character,
  ],
};

export const swift: Language = {
  ...braces,
  name: 'swift',
  strings: [
    { open: '"""', close: '"""$1', behind: /(#{1,8})$/, escape: null, multiline: true },
    { open: '"""', escape: '\\', multiline: true, hole: '\\(' },
    { open: '"', close: '"$1', behind: /(#{1,8})$/, escape: null },
    { open: '"', escape: '\\', hole: '\\(' },
  ],
  blockComments: nestedComments,
};

const RAW_DART = /(?:^|\W)r$/;

export const dart: Language = {
  ...braces,
  name: 'dart',
  strings: ['"""', "'''", '"', "'"].flatMap((open) => [
    { open, behind: RAW_DART, escape: null, multiline: open.length === 3 },
    { open, escape: '\\', multiline: open.length === 3, ...dollar },
  ]),
  blockComments: nestedComments,
  adjacent: true,
};

/** C, C++ and Objective-C. */
export const c: Language = {
  ...braces,
  name: 'c',
  strings: [
    { open: '"', close: ')$1"', behind: /(?:^|\W)(?:u8|[uUL])?R$/, ahead: /"([^()\\\s]{0,16})\(/y, escape: null, multiline: true },
    { open: '"', behind: /(?:^|\W)(?:u8|[uUL])$/, escape: '\\' },
    quote,
    character,
  ],
  adjacent: true,
  joins: /^$/,
};

/** Salesforce's. */
export const apex: Language = { ...braces, name: 'apex', strings: [{ open: "'", escape: '\\' }] };

export const zig: Language = {
  name: 'zig',
  strings: [quote, character],
  lineComments: ['//'],
  blockComments: [],
  braceBlocks: true,
  joins: /^\+\+$/,
};

/** ReScript and Reason. */
export const rescript: Language = {
  ...braces,
  name: 'rescript',
  strings: [
    { open: '`', escape: '\\', multiline: true, hole: '${' },
    { open: '{|', close: '|}', escape: null, multiline: true },
    { ...quote, multiline: true },
    character,
  ],
  blockComments: nestedComments,
  joins: /^\+\+$/,
};
