// Blocks of code in the text of a notebook: what its readers are told to type or to write.
import type { Language } from '../../formats/code/language.ts';
import { javascript } from '../../formats/code/languages/javascript.ts';
import { python } from '../../formats/code/languages/python.ts';
import { type ScalarNode, slice } from '../../formats/nodes.ts';
import { readCommandLine } from '../config/command.ts';
import { isHitNode, type Reading, rootSpot } from '../config/sight.ts';
import { isCommandLine } from '../config/tools.ts';
import { readSource } from './source.ts';

interface Block {
  readonly name: string;
  readonly code: ScalarNode;
}

const SHELL = /^(?:ba|z|da|k)?sh$|^(?:shell|console|terminal|cmd)$/i;
const LANGUAGES: readonly (readonly [RegExp, Language, string])[] = [
  [/^(?:py|python|python3|ipython)$/i, python, 'pypi'],
  [/^(?:js|jsx|ts|tsx|javascript|typescript|mjs)$/i, javascript, 'npm'],
];

/** `source` is the text of one cell. */
export function readFences(reading: Reading, source: ScalarNode, route: readonly string[]): void {
  for (const { name, code } of blocksOf(source)) if (isHitNode(reading, code)) readBlock(reading, { name, code }, route);
}

function readBlock(reading: Reading, { name, code }: Block, route: readonly string[]): void {
  const [, language, ecosystem] = LANGUAGES.find(([pattern]) => pattern.test(name)) ?? [];
  if (SHELL.test(name) || (name === '' && isCommandLine(code.value.split('\n', 1)[0] ?? ''))) {
    const spot = rootSpot(reading.document, 'command');
    readCommandLine(reading, code, { ...spot, usage: spot.usage === 'runtime' ? 'docs' : spot.usage, route });
  } else if (language && ecosystem) {
    const before = reading.out.length;
    readSource(reading, { source: code, language, ecosystem, routeAt: () => route });
    // Its names are none of the cells that run.
    reading.out.push(...reading.out.splice(before).filter(({ kind }) => kind !== 'edge'));
  }
}

const FENCE = /^[ \t>]{0,20}(`{3,20}|~{3,20})[ \t]{0,4}\{?\.?([\w+-]{0,20})/;

function blocksOf(source: ScalarNode): readonly Block[] {
  const blocks: Block[] = [];
  const { value } = source;
  let open: { readonly mark: string; readonly name: string; readonly start: number } | null = null;
  for (let start = 0; start < value.length; ) {
    const newline = value.indexOf('\n', start);
    const end = newline < 0 ? value.length : newline + 1;
    const [, mark = '', name = ''] = FENCE.exec(value.slice(start, Math.min(end, start + 80))) ?? [];
    if (mark !== '' && !open) open = { mark, name, start: end };
    else if (open && mark.startsWith(open.mark)) {
      blocks.push({ name: open.name, code: slice(source, open.start, start) });
      open = null;
    }
    start = end;
  }
  return blocks;
}
