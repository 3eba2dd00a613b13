// Hits in the code itself, outside of strings and comments: imports, variables of the environment, constructors.
import { kindOf } from '../../formats/code/frame.ts';
import { slotsOf } from '../../formats/code/slots.ts';
import { OPEN, STRING, TEMPLATE, tokenAt } from '../../formats/code/tokens.ts';
import { isHit } from '../../formats/document.ts';
import { rawOffset, slice } from '../../formats/nodes.ts';
import { readCommandLine } from '../config/command.ts';
import { isPlainlyModelLike, urlsIn } from '../config/looks.ts';
import { readProse } from '../config/prose.ts';
import { isConstant, roleOf } from '../config/roles.ts';
import { rootSpot, sightEndpoint, sightModel } from '../config/sight.ts';
import { isCommandLine } from '../config/tools.ts';
import { readClass } from './classes.ts';
import { bracketAt, type Code, lineAround, tokenFrom } from './code.ts';
import { readImportStatement } from './imports.ts';
import { readCredentialMember, readModuleKey } from './keys.ts';
import { readLiteral } from './literals.ts';
import { readMember } from './members.ts';
import { readSlots } from './neighbours.ts';
import { siteOf } from './site.ts';

/** Returns the offset behind the name that holds the hit. */
export function readGap(code: Code, hit: number): number {
  const { text } = code.skeleton;
  let start = hit;
  while (start > 0 && /[\w$]/.test(text[start - 1] ?? '') && hit - start < 100) start--;
  let end = hit;
  while (end < text.length && /[\w$]/.test(text[end] ?? '') && end - hit < 200) end++;
  if (code.skeleton.language.name === 'powershell' && !readBareAddress(code, hit) && !readBareModel(code, hit)) readCommandAt(code, hit);
  readCredentialMember(code, start);
  readModuleKey(code, start);
  if (!readImportStatement(code, hit)) {
    readFallback(code, start, end);
    readClass(code, start, end);
    if (!readMember(code, start, end) && !readMarkupText(code, hit)) readConstruction(code, start, end);
  }
  return Math.max(end, hit + 1);
}

const TEXT_BEFORE = /(?:[^=-]>|\})([^<>{}();=]{0,400})$/;
const TEXT_BEHIND = /^[^<>{}();=]{0,400}(?=<\/?[A-Za-z>]|\{)/;

/** What an element of JSX shows. */
function readMarkupText(code: Code, hit: number): boolean {
  const { text, language } = code.skeleton;
  if (!language.markup) return false;
  const before = TEXT_BEFORE.exec(text.slice(Math.max(0, hit - 400), hit))?.[1];
  const behind = TEXT_BEHIND.exec(text.slice(hit, hit + 420))?.[0];
  if (before === undefined || behind === undefined || isKey(code, hit)) return false;
  readProse(code.reading, slice(code.source, hit - before.length, hit + behind.length), rootSpot(code.reading.document, 'text'));
  return true;
}

/** `{ a: {}, key: "...", b: {} }`: between two braces of an object stands an entry. */
function isKey(code: Code, hit: number): boolean {
  const { text } = code.skeleton;
  const isNamed =
    /,\s{0,200}[\w$]{0,80}$/.test(text.slice(Math.max(0, hit - 280), hit)) && /^[\w$]{1,80}\s?:/.test(text.slice(hit, hit + 82));
  const open = isNamed ? bracketAt(code, hit) : -1;
  return open >= 0 && kindOf(code.skeleton, open) === 'object';
}

/** `Invoke-RestMethod https://...`: an argument needs no quotes. */
function readBareAddress(code: Code, offset: number): boolean {
  const { start, text } = lineAround(code.skeleton.text, offset);
  const at = offset - start;
  const url = urlsIn(text).find((piece) => piece.start <= at && at < piece.end);
  const call = url && COMMANDLET.exec(text.slice(0, url.start))?.[1];
  if (!url || call === undefined) return false;
  const node = slice(code.source, start + url.start, start + url.end);
  sightEndpoint(code.reading, node, { ...rootSpot(code.reading.document, 'argument'), route: [call] });
  return true;
}

const COMMANDLET = /(?:^|[=|;({&\s])([A-Za-z][\w-]{1,80})[ \t]{1,20}(?:[^|;{}"'\n]{0,300}[ \t:])?$/;

/** `Invoke-Chat -Model vendor-large`, also on a line of its own behind a backtick. */
function readBareModel(code: Code, offset: number): boolean {
  const { start, text } = lineAround(code.skeleton.text, offset);
  const at = offset - start;
  const lead = /(?:^|\s)-([A-Za-z]\w{1,40})(?:[ \t]{1,8}|:)([\w@./:+-]{0,120})$/.exec(text.slice(0, at));
  if (!lead || roleOf(lead[1] ?? '') !== 'model') return false;
  const from = at - (lead[2] ?? '').length;
  const name = /^[\w@./:+-]{2,160}/.exec(text.slice(from))?.[0] ?? '';
  if (!isPlainlyModelLike(name) || isCommandLine(text.trim())) return false;
  const node = slice(code.source, start + from, start + from + name.length);
  sightModel(code.reading, node, { ...rootSpot(code.reading.document, 'argument'), route: [lead[1] ?? 'model'] });
  return true;
}

/** In PowerShell, a line may be a command as in any shell. */
function readCommandAt(code: Code, offset: number): void {
  const { start, text } = lineAround(code.skeleton.text, offset);
  const lead = /^\s{0,200}&?\s{0,8}/.exec(text)?.[0].length ?? 0;
  const line = slice(code.source, start + lead, start + text.length);
  if (isCommandLine(line.value)) readCommandLine(code.reading, line, rootSpot(code.reading.document, 'command'));
}

/** `env.VENDOR_MODEL ?? "an-opaque-id"`: the variable's name tells what it is used for. */
function readFallback(code: Code, start: number, end: number): void {
  const { text, starts, kinds } = code.skeleton;
  if (roleOf(text.slice(start, end)) !== 'model' || !isConstant(text.slice(start, end))) return;
  const token = tokenFrom(code, end);
  if (kinds[token] !== STRING && kinds[token] !== TEMPLATE) return;
  if (FALLS_BACK.test(text.slice(end, Math.min(starts[token] ?? end, end + 40)))) readLiteral(code, token, true);
}

const FALLS_BACK = /^\]?\)?\s{0,10}(?:\|\||\?\?|\?:|or)\s{0,10}$/;

/** `ChatVendor(model="an-opaque-id", api_key=...)`: the name of what is called tells what its arguments are. */
function readConstruction(code: Code, start: number, end: number): void {
  const { skeleton } = code;
  const open = tokenAt(skeleton, end);
  const bracket = skeleton.starts[open] === end ? open : skeleton.starts[open + 1] === end ? open + 1 : -1;
  if (bracket < 0 || skeleton.kinds[bracket] !== OPEN || !/[({]/.test(skeleton.text[end] ?? '')) return;
  if (/\b(?:def|function|class|fn|func|fun)\s{1,4}$/.test(skeleton.text.slice(Math.max(0, start - 12), start))) return;
  const inner = bracket + 1;
  const isOptions =
    skeleton.text[end] === '(' && skeleton.text[skeleton.starts[inner] ?? 0] === '{' && slotsOf(skeleton, bracket).length === 1;
  const scope = isOptions ? inner : bracket;
  const site = siteOf(skeleton, bracket, skeleton.links[bracket] ?? bracket);
  const call = skeleton.text.slice(start, end);
  readSlots(code, scope, { ...site, call, scopes: [scope] });
}

export function isHitRange({ reading, source }: Code, start: number, end: number): boolean {
  return isHit(reading.document, rawOffset(source, start), rawOffset(source, end));
}
