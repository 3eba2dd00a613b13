// Texts that hold more than one value: settings in lines, lists with commas, words between blanks.

import type { ScalarNode } from '../../formats/nodes.ts';
import { touches } from '../config/listed.ts';
import { isEmpty, isPlainlyModelLike } from '../config/looks.ts';
import { isConstant, roleOf } from '../config/roles.ts';
import { type Range, type Spot, sightCredential, sightModel } from '../config/sight.ts';
import { notice } from '../evidence.ts';
import type { Code } from './code.ts';

const SETTING =
  /(?:^|[\s{,(])["'\\]{0,2}(?:--)?([A-Za-z][\w.-]{1,60})["'\\]{0,2}[ \t]{0,4}[:=][ \t]{0,4}["'\\]{0,2}([\w@*$][\w@~.:/+*$-]{0,199})?/g;
/** What Go writes behind a field: `env:"NAME" envDefault:"value"`. */
const TAG = /^\w{1,40}:"[^"\n]{0,200}"(?:\s\w{1,40}:"[^"\n]{0,200}"){0,12}$/;
const MOST = 500;

/** `key = value`, as a configuration, a request or a command that stands in a text says it. */
export function readSettings(code: Code, node: ScalarNode, spot: Spot): void {
  const isTag = TAG.test(node.value);
  let count = 0;
  for (const { 0: whole, 1: key = '', 2: value = '', index } of node.value.matchAll(SETTING)) {
    const end = index + whole.length;
    if (!touches(code.reading, node, { start: index, end })) continue;
    if (++count > MOST) {
      code.reading.out.push(
        notice(code.reading.document, 'too-many-references', `only the first ${MOST} settings of a text were read`, node.start),
      );
      return;
    }
    const role = roleOf(key);
    if (role === 'model' || (isTag && /^(?:env-?)?default$/i.test(key)))
      readSetting(code, node, { ...spot, route: [...spot.route, key] }, { start: end - value.length, end });
    if (isTag && /^env/i.test(key) && isConstant(value) && roleOf(value) === 'credential')
      readKey(code, node, spot, { start: end - value.length, key: value, value: '' });
    if (role === 'credential' && isConstant(key)) readKey(code, node, spot, { start: index + whole.indexOf(key), key, value });
  }
}

function readSetting(code: Code, node: ScalarNode, spot: Spot, { start, end }: Range): void {
  const name = node.value.slice(start, end).replace(/[.:,]+$/, '');
  const range = { start, end: start + name.length };
  if (!isPlainlyModelLike(name) || isEmpty(name) || /\$/.test(name) || !touches(code.reading, node, range)) return;
  sightModel(code.reading, node, { ...spot, context: 'entry' }, { range, partial: name.includes('*') });
}

/** `/generate?stream=true&model=name`: what a request asks for stands in its address. */
const ASKED = /[?&]([A-Za-z][\w-]{1,40})=([^&#\s"'`]{2,160})/g;

export function readQuery(code: Code, node: ScalarNode, spot: Spot): void {
  for (const { 0: whole, 1: key = '', 2: value = '', index } of node.value.matchAll(ASKED)) {
    if (roleOf(key) !== 'model' || value.includes('*')) continue;
    const end = index + whole.length;
    readSetting(code, node, { ...spot, route: [...spot.route, key] }, { start: end - value.length, end });
  }
}

interface Key {
  readonly start: number;
  readonly key: string;
  readonly value: string;
}

function readKey(code: Code, node: ScalarNode, spot: Spot, { start, key, value }: Key): void {
  const range = { start, end: start + key.length };
  if (!touches(code.reading, node, range)) return;
  sightCredential(
    code.reading,
    node,
    { ...spot, context: 'entry' },
    /[*$]/.test(value) || value === '' ? { range } : { range, secret: value },
  );
}

const PART = /[^,\s]{1,200}/g;

/** The parts of `a,b` or of a list of words, each with its place; empty where the text is one value or a sentence. */
export function partsOf(text: string): readonly Range[] {
  if (text.length > 4000 || !/^[\w@.:/+=>-]{2,200}(?:\s?,\s?[\w@.:/+=>-]{2,200})+(?:\s?,\s?)?$/.test(text)) return [];
  return rangesOf(text);
}

export function rangesOf(text: string): readonly Range[] {
  return Array.from(text.matchAll(PART), ({ 0: part, index }) => ({ start: index, end: index + part.length }));
}

const TITLED = /^[\w.()&-]{1,40}(?:\s[\w.()&-]{1,40}){1,8}\/([\w.:-]{3,100})$/;

const REMARKED = /^([\w./:-]{3,100})\s\([^()]{1,60}\)$/;

/** The name behind the title of a provider or before a remark, as programs show it: `Some Provider - Plan/name`, `name (fast)`. */
export function titledName(text: string): readonly Range[] {
  const remarked = REMARKED.exec(text)?.[1];
  if (remarked !== undefined) return [{ start: 0, end: remarked.length }];
  const name = TITLED.exec(text)?.[1];
  return name === undefined ? [] : [{ start: text.length - name.length, end: text.length }];
}

const SLASHED = /^(?:>\s?)?\/(?:set[-_ ]?)?(?:model|llm)s?\s{1,4}(?:(?:use|set|switch|select|add|pull)\s{1,4})?([\w@][\w./:-]{2,120})$/;

/** `/model name`: how a program's user asks for one. */
export function slashedName(text: string): readonly Range[] {
  const plain = text.trimEnd();
  const name = SLASHED.exec(plain)?.[1];
  return name === undefined ? [] : [{ start: plain.length - name.length, end: plain.length }];
}

const DEFAULTED = /\{\{-?\s{0,4}(?:env_)?var\(\s{0,4}["']\w{1,60}["']\s{0,4},\s{0,4}["']([\w./:@-]{3,120})["']\s{0,4}\)/;

/** `{{ var("model", "name") }}`: what dbt takes where a project sets no other. */
export function defaultedName(text: string): readonly Range[] {
  const found = DEFAULTED.exec(text);
  const start = found ? found.index + found[0].lastIndexOf(found[1] ?? '') : -1;
  return start < 0 ? [] : [{ start, end: start + (found?.[1] ?? '').length }];
}
