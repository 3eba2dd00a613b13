// Reads source code around the prefilter's hits: what cannot touch one is only lexed.
import type { Language } from '../../formats/code/language.ts';
import { sql } from '../../formats/code/languages/scripting.ts';
import { lex } from '../../formats/code/lex.ts';
import { literalOf } from '../../formats/code/literal.ts';
import { COMMENT, HOLE, isUnterminated, OPEN, PIECE, STRING, TEMPLATE, tokenAt } from '../../formats/code/tokens.ts';
import { decodedOffset, rawOffset, type ScalarNode, slice } from '../../formats/nodes.ts';
import type { Reading } from '../config/sight.ts';
import { notice } from '../evidence.ts';
import { sightImportedAddresses } from './address-uses.ts';
import { sightAliased } from './aliases.ts';
import { bracketAt, type Code } from './code.ts';
import { readComment } from './comments.ts';
import { sightOwn } from './constants.ts';
import { sightImported } from './edges.ts';
import { readGap } from './gaps.ts';
import { readLiteral } from './literals.ts';
import { readClients } from './receivers.ts';
import { readRouting } from './routing.ts';
import { readSecrets } from './secrets.ts';
import { readServices } from './services.ts';
import { noteUnsure } from './unsure.ts';

export interface Piece {
  readonly source: ScalarNode;
  readonly language: Language;
  readonly ecosystem: string | null;
  readonly routeAt?: (offset: number) => readonly string[];
}

/** Adds what is seen in one piece of source code to a reading. */
export function readSource(reading: Reading, { source, language, ecosystem, routeAt = () => [] }: Piece): void {
  const skeleton = lex(source.value, language);
  const first = reading.out.length;
  const code: Code = { reading, skeleton, source, routeAt, ecosystem, first, done: new Set(), addresses: new Set() };
  const { hits } = reading.document;
  if (hits) readHits(code, hits);
  else readAll(code);
  readClients(code);
  readRouting(code);
  sightImported(code);
  sightImportedAddresses(code);
  sightOwn(code);
  sightAliased(code);
  readServices(code);
  readSecrets(code);
  // Of a piece of a file, its end says nothing.
  if (source.start === 0 && source.end === reading.document.text.length) noteUnsure(code);
}

/** A file with more is a table or a bundle, of which more would say nothing new. */
const MOST = 20_000;

function readHits(code: Code, hits: readonly number[]): void {
  const { source, reading } = code;
  let done = 0;
  for (let index = firstFrom(hits, source.start); index < hits.length; index++) {
    const hit = hits[index] ?? source.end;
    if (hit >= source.end) return;
    if (reading.out.length > MOST) {
      noteMany(reading, hit);
      return;
    }
    const offset = decodedOffset(source, hit);
    // What lies between the pieces of a source is none of it.
    if (offset >= done && rawOffset(source, offset) === hit) done = readAt(code, offset);
  }
}

/** Once a file, however many pieces it has. */
function noteMany({ document, out, seen }: Reading, hit: number): void {
  const code = 'too-many-references';
  if (seen.has(code)) return;
  seen.add(code);
  out.push(notice(document, code, `only the first ${MOST} references were read`, hit));
}

/** The index of the first hit at or behind an offset. */
function firstFrom(hits: readonly number[], offset: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readAll(code: Code): void {
  const { skeleton } = code;
  let at = 0;
  for (let token = 0; token < skeleton.count; token++) {
    readWords(code, at, skeleton.starts[token] ?? at);
    readToken(code, token);
    at = Math.max(at, skeleton.ends[token] ?? at);
  }
  readWords(code, at, skeleton.text.length);
}

const WORD = /[A-Za-z_$][\w$]{2,}/g;

function readWords(code: Code, from: number, to: number): void {
  if (to - from < 3) return;
  for (const { index } of code.skeleton.text.slice(from, to).matchAll(WORD)) readGap(code, from + index);
}

/** Reads what holds an offset and returns the offset behind it. */
function readAt(code: Code, offset: number): number {
  const { skeleton } = code;
  const token = tokenAt(skeleton, offset);
  const isInside = token >= 0 && offset < (skeleton.ends[token] ?? 0);
  if (!isInside || skeleton.kinds[token] === OPEN) return readGap(code, offset);
  readToken(code, token);
  return skeleton.kinds[token] === HOLE ? offset + 1 : (skeleton.ends[token] ?? offset + 1);
}

function readToken(code: Code, token: number): void {
  const { skeleton } = code;
  const kind = skeleton.kinds[token];
  if (kind === COMMENT) {
    const start = skeleton.starts[token] ?? 0;
    readComment(code, slice(code.source, start, skeleton.ends[token] ?? start));
  } else if (kind === STRING && (!isUnterminated(skeleton, token) || skeleton.formIds[token] === 255)) readString(code, token);
  else if (kind === PIECE) {
    const template = bracketAt(code, skeleton.starts[token] ?? 0);
    if (skeleton.kinds[template] === TEMPLATE) readString(code, template);
  }
}

function readString(code: Code, token: number): void {
  if (!readStatement(code, token)) readLiteral(code, token);
}

/** A statement in SQL, which says in its own words who is asked: `spark.sql("SELECT ai_query('name', text) FROM t")`. */
function readStatement({ skeleton, source, done, reading, routeAt }: Code, token: number): boolean {
  if (skeleton.language === sql || done.has(token)) return false;
  const { node, first, last } = literalOf(skeleton, token, source);
  if (done.has(first) || !STATEMENT.test(node.value.slice(0, 600)) || !node.value.includes("'")) return false;
  for (let part = first; part <= last; part++) if (skeleton.parents[part] === skeleton.parents[first]) done.add(part);
  const { out } = reading;
  const before = out.length;
  readSource(reading, { source: node, language: sql, ecosystem: null, routeAt });
  // Its columns are no names of the program.
  out.push(...out.splice(before).filter(({ kind }) => kind !== 'edge'));
  return true;
}

/** A sentence may begin with the same words. */
const STATEMENT =
  /^\s{0,200}(?:--[^\n]{0,200}\n\s{0,200}){0,3}(?:SELECT\s{1,80}(?:[\w.*"`]{1,80}\s{0,8}[(,]|[^'()]{1,200}\bFROM\b)|WITH\s{1,20}[\w"`]{1,80}\s{1,20}AS\s{0,20}\(|INSERT\s{1,20}(?:OR\s{1,20}\w{1,20}\s{1,20})?INTO\b|(?:CREATE|ALTER)\s{1,20}(?:OR\s{1,20}REPLACE\s{1,20})?(?:(?:TEMP|TEMPORARY|EXTERNAL|DYNAMIC|MATERIALIZED|SECURE|TRANSIENT|PERSISTENT|STREAMING|LIVE)\s{1,20}){0,2}(?:TABLE|VIEW|MODEL|FUNCTION|SECRET|TASK|PROCEDURE)\b|UPDATE\s{1,20}[\w."`]{1,120}\s{1,20}SET\b|MERGE\s{1,20}INTO\b|CALL\s{1,20}[\w.]{1,100}\s{0,4}\()/i;
