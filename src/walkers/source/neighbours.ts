// What stands in the same call or object as something that touches a hit, and is told by it: an opaque model id beside a
// vendor's address, the key that is sent there.

import { headOf } from '../../formats/code/head.ts';
import { flatten, slotsOf } from '../../formats/code/slots.ts';
import { STRING, TEMPLATE } from '../../formats/code/tokens.ts';
import { roleOf } from '../config/roles.ts';
import type { Code } from './code.ts';
import { readCredentialSlot } from './credentials.ts';
import { readLiteral } from './literals.ts';
import type { Site } from './spot.ts';

const MOST_SLOTS = 60;

export function readNeighbours(code: Code, site: Site): void {
  const [open] = site.scopes;
  if (open !== undefined) readSlots(code, open, site);
}

/** The arguments or entries of a bracket that are models or credentials by their name. */
export function readSlots(code: Code, open: number, site: Site): void {
  const { skeleton } = code;
  const slots = slotsOf(skeleton, open);
  if (slots.length > MOST_SLOTS) return;
  for (const { from, to, first } of slots) {
    const { name: key, rest } = headOf(flatten(skeleton, from, Math.min(to, from + 600), first));
    if (key === null) continue;
    const role = roleOf(key);
    if (role === 'credential') readCredentialSlot(code, site, { from, to, key });
    if (role === 'model' && /^"[^"]+"$/.test(rest.trim()))
      readValue(code, { first, to, isQuoted: /["'`]/.test(skeleton.text.slice(from, to).trimStart()[0] ?? '') });
  }
}

/** Whether one of the arguments or entries names a model, by a text or by a name. */
export function hasModel({ skeleton }: Code, open: number): boolean {
  const slots = slotsOf(skeleton, open).slice(0, MOST_SLOTS);
  return slots.some(({ from, to, first }, index) => {
    const flat = flatten(skeleton, from, Math.min(to, from + 600), first);
    const { name } = headOf(flat);
    return name === null ? index === 0 && /^"[^"]*\d[^"]*"$|model/i.test(flat) : roleOf(name) === 'model' || /^(?:id|name)$/.test(name);
  });
}

/** Behind a quoted key stands its value. */
function readValue(code: Code, { first, to, isQuoted }: { readonly first: number; readonly to: number; readonly isQuoted: boolean }): void {
  const { kinds, starts } = code.skeleton;
  for (let token = isQuoted ? first + 1 : first; (starts[token] ?? to) < to; token++) {
    if (kinds[token] !== STRING && kinds[token] !== TEMPLATE) continue;
    readLiteral(code, token, true);
    return;
  }
}
