// Calls on a client whose address touches a hit: the model that they name is that server's, whatever it is called.
import { STRING, TEMPLATE } from '../../formats/code/tokens.ts';
import { type Code, isPlainCode, tokenFrom } from './code.ts';
import { readLiteral } from './literals.ts';
import { clientsOf, rootOf } from './names.ts';
import { siteOf } from './site.ts';

const NAMES = /\b(?:model|model_?name|model_?id|deployment(?:_?name)?|engine)\b["']?\s{0,4}[=:]\s{0,20}(?=[fbru]{0,2}["'`])/gi;
const MOST = 300;

export function readClients(code: Code): void {
  if (code.addresses.size === 0) return;
  const told = new Set(
    [...clientsOf(code)].filter(([, { endpoint }]) => endpoint !== null && code.addresses.has(endpoint)).map(([name]) => name),
  );
  if (told.size === 0) return;
  let steps = 0;
  for (const { 0: whole, index } of code.skeleton.text.matchAll(NAMES)) {
    if (++steps > MOST) return;
    if (isPlainCode(code, index)) readNamed(code, tokenFrom(code, index + whole.length), told);
  }
}

function readNamed(code: Code, token: number, told: ReadonlySet<string>): void {
  const { skeleton } = code;
  if (skeleton.kinds[token] !== STRING && skeleton.kinds[token] !== TEMPLATE) return;
  const { call } = siteOf(skeleton, token, skeleton.kinds[token] === TEMPLATE ? (skeleton.links[token] ?? token) : token);
  if (call !== null && told.has(rootOf(call))) readLiteral(code, token, true);
}
