// Languages of functions: ML's, Haskell's and Erlang's families.
import type { Language, StringForm } from '../language.ts';

const quote: StringForm = { open: '"', escape: '\\', multiline: true };
/** Behind a name, `'` is a part of it; before one, it is a type's. */
const character: StringForm = {
  open: "'",
  behind: /(?:^|[^\w'])$/,
  ahead: /'(?:\\[^\n]{1,8}?|[^'\\\n])(?=')/y,
  close: "'",
  escape: null,
  opaque: true,
};
const dashes = { lineComments: ['--'], blockComments: [{ open: '{-', close: '-}', nested: true }] } as const;
const starred = [{ open: '(*', close: '*)', nested: true }] as const;

export const fsharp: Language = {
  name: 'fsharp',
  strings: [
    { open: '"""', behind: /\$$/, escape: null, multiline: true, hole: '{' },
    { open: '"""', escape: null, multiline: true },
    { open: '"', behind: /\$$/, escape: '\\', multiline: true, hole: '{', doubledHole: true },
    { open: '"', behind: /@$/, escape: 'double', multiline: true },
    quote,
    character,
  ],
  lineComments: ['//'],
  blockComments: starred,
  joins: /^\+$/,
  bareCalls: true,
};

export const ocaml: Language = {
  name: 'ocaml',
  strings: [{ open: '{', ahead: /\{([a-z_]{0,16})\|/y, close: '|$1}', escape: null, multiline: true }, quote, character],
  lineComments: [],
  blockComments: starred,
  joins: /^\^$/,
  bareCalls: true,
};

export const haskell: Language = {
  ...dashes,
  name: 'haskell',
  strings: [quote, character],
  joins: /^(?:\+\+|<>)$/,
  bareCalls: true,
};

/** Elm and PureScript. */
export const elm: Language = {
  ...dashes,
  name: 'elm',
  strings: [{ open: '"""', escape: null, multiline: true }, quote, character],
  joins: /^(?:\+\+|<>)$/,
  bareCalls: true,
};

export const erlang: Language = {
  name: 'erlang',
  strings: [quote, { open: "'", escape: '\\', opaque: true }],
  lineComments: ['%'],
  blockComments: [],
  joins: /^\+\+$/,
};
