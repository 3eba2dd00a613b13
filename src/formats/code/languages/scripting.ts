// Languages that are mostly read by an interpreter.
import type { Language, StringForm } from '../language.ts';

const quote: StringForm = { open: '"', escape: '\\', multiline: true };
const single: StringForm = { open: "'", escape: '\\', multiline: true };
const hashComments = { lineComments: ['#'], blockComments: [] } as const;

/** `%w[a b]` and the like: the closing is the opening's mirror. */
function percent(letters: string): readonly StringForm[] {
  const pairs = [
    ['(', ')'],
    ['[', ']'],
    ['{', '}'],
    ['<', '>'],
    ['|', '|'],
  ] as const;
  return pairs.map(([open, close]) => ({
    open: '%',
    ahead: new RegExp(`%[${letters}]\\${open}`, 'y'),
    close,
    escape: '\\',
    multiline: true,
  }));
}

export const ruby: Language = {
  ...hashComments,
  name: 'ruby',
  strings: [{ ...quote, hole: '#{' }, single, { open: '`', escape: '\\', multiline: true, hole: '#{' }, ...percent('qQwWiI')],
  blockComments: [{ open: '=begin', close: '=end' }],
  regexes: true,
  heredoc: /<<[~-]?["']?([A-Z_][A-Z0-9_]{1,40})["']?/y,
  joins: /^(?:\+|<<)$/,
  bareCalls: true,
};

export const php: Language = {
  name: 'php',
  strings: [{ ...quote, hole: '{$', variable: /\$[A-Za-z_]\w{0,80}(?:->\w{1,60}|\[\w{1,60}\])?/g }, single],
  lineComments: ['//', '#'],
  blockComments: [{ open: '/*', close: '*/' }],
  commentAtWord: true,
  heredoc: /<<<[ \t]{0,4}["']?([A-Za-z_]\w{0,60})["']?/y,
  braceBlocks: true,
  joins: /^\.$/,
};

export const elixir: Language = {
  ...hashComments,
  name: 'elixir',
  strings: [
    { open: '"""', escape: '\\', multiline: true, hole: '#{' },
    { ...quote, hole: '#{' },
    { ...single, opaque: true },
    ...['()', '[]', '{}', '||', '""', '//'].map(
      (pair): StringForm => ({
        open: '~',
        ahead: new RegExp(`~[a-zA-Z]\\${pair[0]}`, 'y'),
        close: pair[1] ?? '',
        escape: '\\',
        multiline: true,
      }),
    ),
  ],
  joins: /^<>$/,
  bareCalls: true,
};

export const lua: Language = {
  name: 'lua',
  strings: [
    { open: '[', ahead: /\[(={0,8})\[/y, close: ']$1]', escape: null, multiline: true },
    { open: '"', escape: '\\' },
    { open: "'", escape: '\\' },
  ],
  lineComments: ['--'],
  blockComments: [
    { open: '--[[', close: ']]' },
    { open: '--[=[', close: ']=]' },
  ],
  joins: /^\.\.$/,
  bareCalls: true,
};

/** Godot's own. Behind `$` stands the path of a part of the scene. */
export const gdscript: Language = {
  name: 'gdscript',
  strings: [
    { open: '"', behind: /\$$/, escape: '\\', opaque: true },
    { open: '"""', escape: '\\', multiline: true },
    { open: "'''", escape: '\\', multiline: true },
    { open: '"', behind: /(?:^|\W)r$/, escape: '\\', raw: true },
    { open: "'", behind: /(?:^|\W)r$/, escape: '\\', raw: true },
    quote,
    single,
  ],
  lineComments: ['#'],
  blockComments: [],
  joins: /^\+$/,
  docstrings: true,
};

export const nix: Language = {
  name: 'nix',
  strings: [
    { open: "''", escape: null, multiline: true, hole: '${' },
    { ...quote, hole: '${' },
  ],
  lineComments: ['#'],
  blockComments: [{ open: '/*', close: '*/' }],
  joins: /^\+$/,
  bareCalls: true,
};

export const r: Language = {
  ...hashComments,
  name: 'r',
  strings: [
    { open: '"', behind: /(?:^|\W)[rR]$/, ahead: /"(-{0,8})[([{]/y, close: ')$1"', escape: null, multiline: true },
    quote,
    single,
    { open: '`', escape: '\\', opaque: true },
  ],
  joins: /^$/,
};

/** Behind a name or a bracket, `'` turns a matrix. */
export const julia: Language = {
  name: 'julia',
  strings: [
    { open: '"""', behind: /(?:^|\W)raw$/, escape: null, multiline: true },
    { open: '"""', escape: '\\', multiline: true, hole: '$(', variable: /\$[A-Za-z_]\w{0,80}/g },
    { open: '"', behind: /(?:^|\W)raw$/, escape: '\\', raw: true, multiline: true },
    { open: '"', behind: /(?:^|\W)r$/, escape: '\\', opaque: true },
    { ...quote, hole: '$(', variable: /\$[A-Za-z_]\w{0,80}/g },
    { open: "'", behind: /(?:^|[^\w)\]}'".])$/, escape: '\\', opaque: true },
    { open: '`', escape: '\\', multiline: true, hole: '$(', variable: /\$[A-Za-z_]\w{0,80}/g },
  ],
  lineComments: ['#'],
  blockComments: [{ open: '#=', close: '=#', nested: true }],
  joins: /^\*$/,
  docstrings: true,
};

export const sql: Language = {
  name: 'sql',
  strings: [
    { open: "'", behind: /(?:^|\W)[eE]$/, escape: '\\', multiline: true },
    { open: "'", escape: 'double', multiline: true },
    { open: '"', escape: 'double' },
    { open: '`', escape: null, opaque: true },
  ],
  lineComments: ['--'],
  blockComments: [{ open: '/*', close: '*/' }],
  joins: /^\|\|$/,
};

/** `q(...)` and its kin in the brackets that people use. */
const quoted: readonly StringForm[] = [
  ['(', ')'],
  ['{', '}'],
  ['[', ']'],
].map(([open = '', close = '']) => ({
  open: 'q',
  behind: /(?:^|[^\w$@%&>-])$/,
  ahead: new RegExp(`q[qw]?\\s?\\${open}`, 'y'),
  close,
  escape: '\\',
  multiline: true,
}));

export const perl: Language = {
  ...hashComments,
  name: 'perl',
  strings: [{ ...quote, variable: /\$\{?[A-Za-z_]\w{0,80}\}?(?:->\{?\w{1,60}\}?)?/g }, single, ...quoted],
  blockComments: [{ open: '=pod', close: '=cut' }],
  commentAtWord: true,
  heredoc: /<<~?["']?([A-Z_][A-Z0-9_]{1,40})["']?/y,
  joins: /^\.$/,
};

export const nim: Language = {
  name: 'nim',
  strings: [
    { open: '"""', escape: null, multiline: true },
    { open: '"', behind: /(?:^|\W)r$/, escape: 'double' },
    { open: '"', behind: /(?:^|\W)fmt$/, escape: '\\', hole: '{', doubledHole: true },
    { open: '"', escape: '\\' },
    { open: "'", behind: /(?:^|\W)$/, ahead: /'(?:\\[^\n]{1,8}?|[^'\\\n])(?=')/y, close: "'", escape: null, opaque: true },
  ],
  lineComments: ['#'],
  blockComments: [{ open: '#[', close: ']#', nested: true }],
  joins: /^&$/,
  bareCalls: true,
};

export const coffeescript: Language = {
  ...hashComments,
  name: 'coffeescript',
  strings: [
    { open: '"""', escape: '\\', multiline: true, hole: '#{' },
    { open: "'''", escape: '\\', multiline: true },
    { ...quote, hole: '#{' },
    single,
  ],
  blockComments: [{ open: '###', close: '###' }],
  regexes: true,
  joins: /^\+$/,
  bareCalls: true,
};
