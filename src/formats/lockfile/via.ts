// What pip-compile and uv note below a requirement: `# via name`, or a list of names, one a line.
import { linesOf } from './lines.ts';

export interface Via {
  /** The requirement's name, as written. */
  readonly name: string;
  /** Who asks for it: a package, or a file (`-r requirements.in`). */
  readonly by: string;
}

const NAME = /^([A-Za-z0-9][\w.-]{0,200})/;

export function* viasOf(text: string): Generator<Via> {
  let name = '';
  let isList = false;
  for (const { text: line } of linesOf(text)) {
    const [, own] = NAME.exec(line) ?? [];
    if (own) name = own;
    const [, after] = /#\s{0,3}via\b:?\s{0,5}(.{0,500})$/.exec(line) ?? [];
    const item: string | undefined = isList ? /^\s{0,20}#\s{1,20}(\S.{0,300})$/.exec(line)?.[1] : undefined;
    isList = after !== undefined ? after.trim() === '' : isList && item !== undefined;
    for (const by of (after ?? item ?? '').split(',')) if (name && by.trim()) yield { name, by: by.trim() };
  }
}
