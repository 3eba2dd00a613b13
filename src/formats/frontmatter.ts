// The block of YAML or TOML at the head of a Markdown file.
import { relocate, scalar, type Tree } from './nodes.ts';
import { parseToml } from './toml.ts';
import { parseYaml } from './yaml.ts';

export interface FrontMatter {
  readonly tree: Tree;
  /** Where the text behind the block starts; 0 without a block. */
  readonly body: number;
}

const NONE: FrontMatter = { tree: { roots: [], problems: [] }, body: 0 };

export function parseFrontMatter(text: string): FrontMatter {
  const fence = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/.exec(text);
  if (!fence) return NONE;
  const start = fence[0].length;
  const close = closing(text, fence[1] ?? '---', start);
  if (!close) return NONE;
  const block = scalar(text.slice(start, close.start), start, close.start);
  const { roots, problems } = fence[1] === '---' ? parseYaml(block.value) : parseToml(block.value);
  return {
    tree: {
      roots: roots.map((root) => relocate(root, block)),
      problems: problems.map(({ detail, offset }) => ({ detail, offset: offset + start })),
    },
    body: close.end,
  };
}

function closing(text: string, fence: string, from: number): { readonly start: number; readonly end: number } | null {
  for (let at = from; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline + 1;
    if (text.startsWith(fence, at) && text.slice(at, Math.min(end, at + 100)).trimEnd() === fence) return { start: at, end };
    at = end;
  }
  return null;
}
