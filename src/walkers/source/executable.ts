// Programs whose names have no extension: what runs them stands in their first line.
import type { Language } from '../../formats/code/language.ts';
import { powershell } from '../../formats/code/languages/desktop.ts';
import { javascript } from '../../formats/code/languages/javascript.ts';
import { python } from '../../formats/code/languages/python.ts';
import { elixir, lua, php, r, ruby } from '../../formats/code/languages/scripting.ts';
import { scalar } from '../../formats/nodes.ts';
import { script } from '../config/script.ts';
import { startReading } from '../config/sight.ts';
import type { Walker } from '../walker.ts';
import { readSource } from './source.ts';

const FIRST_LINE =
  /^\ufeff?#![ \t]{0,4}(?:\/[\w.-]{1,60}){0,8}\/([\w.+-]{1,40})(?:[ \t]{1,8}(?:-[\w-]{1,20}[ \t]{1,8}){0,3}([\w./@-]{1,80}))?/;

/** The program's name without its version: `python3.12` is `python`. */
function interpreterOf(text: string): string {
  const [, program = '', argument = ''] = FIRST_LINE.exec(text) ?? [];
  const name = program === 'env' ? (argument.split('/').at(-1) ?? '') : program;
  return name.replace(/[\d.]+$/, '');
}

interface Kind {
  readonly language: Language;
  readonly ecosystem: string | null;
}

const PYTHON: Kind = { language: python, ecosystem: 'pypi' };
const NODE: Kind = { language: javascript, ecosystem: 'npm' };

const KINDS: Readonly<Record<string, Kind>> = {
  python: PYTHON,
  pypy: PYTHON,
  uv: PYTHON,
  uvx: PYTHON,
  node: NODE,
  bun: NODE,
  deno: NODE,
  tsx: NODE,
  'ts-node': NODE,
  zx: NODE,
  ruby: { language: ruby, ecosystem: 'gem' },
  elixir: { language: elixir, ecosystem: 'hex' },
  php: { language: php, ecosystem: null },
  lua: { language: lua, ecosystem: 'luarocks' },
  luajit: { language: lua, ecosystem: 'luarocks' },
  pwsh: { language: powershell, ecosystem: null },
  Rscript: { language: r, ecosystem: 'cran' },
};

const SHELL = /^(?:ba|z|da|k|fi)?sh$/;

export const executable: Walker = {
  name: 'executable',
  reads: 'programs without an extension, by what their first line says runs them',
  files:
    /(?:^|\/)(?!(?:LICEN[CS]E|COPYING|NOTICE|README|CHANGELOG|CHANGES|AUTHORS|CONTRIBUTORS|CODEOWNERS|VERSION|OWNERS|TODO)$)[\w-]{1,80}$/,
  gate: 'hits',
  *read(document) {
    const interpreter = interpreterOf(document.text.slice(0, 300));
    const kind = KINDS[interpreter];
    if (SHELL.test(interpreter)) yield* script.read(document);
    if (!kind) return;
    const reading = startReading(document);
    readSource(reading, { source: scalar(document.text, 0, document.text.length), ...kind });
    yield* reading.out;
  },
};
