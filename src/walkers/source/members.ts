// Members of an enumeration that a library brings: `Models.ACME_LARGE` stands for `acme-large`, whatever file says so.
import { kindOf } from '../../formats/code/frame.ts';
import { isHit } from '../../formats/document.ts';
import { slice } from '../../formats/nodes.ts';
import type { Context } from '../../model.ts';
import { roleOf } from '../config/roles.ts';
import { rootSpot, sightEdge, sightModel } from '../config/sight.ts';
import { bracketAt, type Code, remembered } from './code.ts';
import { modulesOf, placesOfName } from './modules.ts';

const QUALIFIER = /([A-Za-z_$][\w$]{1,60})(?:\.|::|\?\.)$/;
const CHAIN = /((?:[A-Za-z_$][\w$]{0,60}(?:\.|::|\?\.)){1,5})$/;
/** The key or the operator before the whole expression. */
const BEFORE = /(?:([A-Za-z_$][\w$]{0,60})["']?\s{0,4}(?::=|[:=])|(\bcase|[=!]==?))\s{0,4}(?:[\w$]{1,60}(?:\.|::)){0,4}$/;

/** Where members were read, by the end of their names. */
export function membersOf(_: Code): Set<number> {
  return new Set();
}

/** `start` and `end` are those of the name that touches a hit. True if it is such a member. */
export function readMember(code: Code, start: number, end: number): boolean {
  const { text, language } = code.skeleton;
  if (!/[.:]/.test(text[start - 1] ?? '')) return false;
  const owner = QUALIFIER.exec(text.slice(Math.max(0, start - 64), start))?.[1] ?? '';
  const member = text.slice(start, end);
  const isNamed = namesModels(owner) || isRegistry(owner) || isOfPackage(code, owner, { member, start });
  if (!isNamed || !isMember(member) || /^\s{0,4}(?:\(|=(?![=>])|:)/.test(text.slice(end, end + 8))) return false;
  // In C, members are numbers.
  if (language.name === 'c' || remembered(code, numbersOf).has(member)) return true;
  const before = BEFORE.exec(text.slice(Math.max(0, start - 200), start));
  const node = slice(code.source, start, end);
  const key = before?.[1] ?? null;
  const isCompared = before?.[2] !== undefined || /^\s{0,4}[=-]>/.test(text.slice(end, end + 8));
  const context = isCompared ? 'comparison' : contextAt(code, start, key);
  const spot = { ...rootSpot(code.reading.document, context), route: [...code.routeAt(node.start), ...(key === null ? ['model'] : [key])] };
  const name = nameOf(member);
  sightModel(code.reading, node, spot, { name });
  // Where the tree defines it, that is what it stands for, however it is spelled.
  const chain = CHAIN.exec(text.slice(Math.max(0, start - 320), start))?.[1]?.match(/[\w$]+/g) ?? [];
  const { path } = code.reading.document;
  const own = `${owner}.${member}`;
  for (const place of [`${path}#${own}`, ...placesOfName(code, [...chain, member])])
    sightEdge(code.reading, node, spot, { from: `symbol:${path}#(${own})`, relation: 'alias', to: `symbol:${place}` });
  remembered(code, membersOf).add(end);
  return true;
}

const NUMBERED = /(?:^|[\s,{])([A-Za-z_$][\w$]{2,100})\s{0,40}=\s{0,4}(?:(?:0x)?\d|(?:enum\.)?auto\()/g;

/** What the file itself gives numbers: kinds of something, not names that are asked for. */
function numbersOf({ skeleton: { text } }: Code): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(NUMBERED), ([, name = '']) => name));
}

function contextAt(code: Code, offset: number, key: string | null): Context {
  const open = bracketAt(code, offset);
  const kind = open < 0 ? 'statement' : kindOf(code.skeleton, open);
  if (kind === 'statement') return key === null ? 'value' : 'assignment';
  return kind === 'call' ? 'argument' : kind === 'parameters' ? 'default' : 'entry';
}

/** `ChatModel`, `Models`, `ModelName`, `ModelType`. */
function namesModels(name: string): boolean {
  return /^[A-Z]/.test(name) && (roleOf(name) === 'model' || /Model(?:Type|Enum|Kind|Version)s?$/.test(name));
}

/** Where a library keeps the models that it knows: `LLMRegistry.acme_8b`. */
function isRegistry(name: string): boolean {
  return /^(?:[A-Z]\w{0,20})?(?:LLM|VLM|Model|Embedder)\w{0,12}(?:Registry|Catalogu?e?|Zoo)$/.test(name);
}

/** A vendor's package in Go names constants after what they stand for (`acme.AcmeMax`), and types and functions, too. */
function isOfPackage(code: Code, owner: string, { member, start }: { member: string; start: number }): boolean {
  const { skeleton, reading } = code;
  const { text, language } = skeleton;
  if (language.name !== 'go' || !/^[A-Z]/.test(member) || OTHER_KINDS.test(member)) return false;
  const from = start - owner.length - 1;
  const isOwn = isHit(reading.document, from, start - 1) && isHit(reading.document, start, start + 1);
  return isOwn && !/[*&\]]$/.test(text.slice(0, from).slice(-1)) && text[start + member.length] !== '{' && modulesOf(code).has(owner);
}

const OTHER_KINDS =
  /(?:Client|Config|Requests?|Responses?|Messages?|Options?|Errors?|Err|Roles?|URL|Url|API|Api|Keys?|Host|Providers?|Services?|Handlers?|Tools?|Func|Content|Types?|Completions?|Models?|Params?|Input|Output|Names?|Base|Path|Version|Balance|Stream|Usage|Choice|Delta|Endpoint|Token|ID|Id|Settings?|Enabled|Timeout|Format|Adapter|Adaptor|Channel)$/;

/** One word names a vendor or a feature. */
function isMember(name: string): boolean {
  return /[A-Za-z]/.test(name) && (/\w_\w|\d/.test(name) || /[a-z][A-Z]/.test(name));
}

/** `ACME_2_5_LARGE` and `Acme2_5Large` are `acme-2.5-large` and `acme2.5-large`. */
function nameOf(member: string): string {
  return member
    .replace(/(\d)_(\d)(?!\d)/g, '$1.$2')
    .replaceAll('_', '-')
    .replace(/(\d)(?=[A-Z]{2})|([A-Z])(?=[A-Z][a-z])|([a-z\d])(?=[A-Z][a-z])/g, '$&-')
    .toLowerCase();
}
