// What waybill's own lexer says of the string at an offset, in the words of the oracles.
import { frameOf, kindOf } from '../../src/formats/code/frame.ts';
import { headOf } from '../../src/formats/code/head.ts';
import type { Language } from '../../src/formats/code/language.ts';
import { javascript } from '../../src/formats/code/languages/javascript.ts';
import { python } from '../../src/formats/code/languages/python.ts';
import { lex } from '../../src/formats/code/lex.ts';
import { literalOf } from '../../src/formats/code/literal.ts';
import { calleeOf } from '../../src/formats/code/slots.ts';
import { HOLE, type Skeleton, STRING, TEMPLATE, tokenAfter } from '../../src/formats/code/tokens.ts';
import { scalar } from '../../src/formats/nodes.ts';

export const languages: Readonly<Record<string, Language>> = { javascript, python };

export interface Lexed {
  readonly start: number;
  readonly end: number;
  /** Within a string's hole, where an old tokenizer sees nothing. */
  readonly isNested: boolean;
  readonly value: () => string;
  readonly call: () => { readonly name: string; readonly end: number } | null;
  readonly keys: () => readonly (string | null)[];
}

export function lexed(text: string, language: Language): ReadonlyMap<number, Lexed> {
  const code = lex(text, language);
  const found = new Map<number, Lexed>();
  for (let token = 0; token < code.count; token++) {
    const kind = code.kinds[token];
    if (kind !== STRING && kind !== TEMPLATE) continue;
    const start = code.starts[token] ?? 0;
    const end = code.ends[tokenAfter(code, token) - 1] ?? 0;
    found.set(start, {
      start,
      end,
      isNested: ancestors(code, token).some((open) => code.kinds[open] === HOLE),
      value: () => aloneValue(text.slice(start, end), language),
      call: () => callAround(code, token),
      keys: () => keysOf(code, token),
    });
  }
  return found;
}

/** Read on its own, since a literal has the strings that are joined to it in its value. */
function aloneValue(written: string, language: Language): string {
  return literalOf(lex(written, language), 0, scalar(written, 0, written.length)).node.value;
}

function ancestors(code: Skeleton, token: number): readonly number[] {
  const found: number[] = [];
  for (let open = code.parents[token] ?? -1; open >= 0; open = code.parents[open] ?? -1) found.push(open);
  return found;
}

function callAround(code: Skeleton, token: number): { readonly name: string; readonly end: number } | null {
  for (const open of ancestors(code, token)) {
    const kind = kindOf(code, open);
    if (kind === 'statement' || kind === 'parameters') return null;
    if (kind === 'call')
      return {
        name: calleeOf(code, open)
          .name.replace(/[?!@]/g, '')
          .replace(/\.{2,}/g, '.'),
        end: code.ends[code.links[open] ?? -1] ?? -1,
      };
  }
  return null;
}

/** The names that lead to a token: its own and, outwards, those of the brackets around it, up to the call. */
function keysOf(code: Skeleton, token: number): readonly (string | null)[] {
  const keys = [headOf(frameOf(code, token).lead).target];
  for (const open of ancestors(code, token)) {
    const kind = kindOf(code, open);
    if (kind === 'call' || kind === 'statement' || kind === 'parameters') break;
    keys.push(headOf(frameOf(code, open).lead).target);
  }
  return keys;
}
