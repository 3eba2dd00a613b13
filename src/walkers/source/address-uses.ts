// Where a name stands as an address: `base_url=BASE_URL`, `.baseUrl(Constants.BASE_URL)`.
import { slice } from '../../formats/nodes.ts';
import { sightEdge, sightHeldEndpoint } from '../config/sight.ts';
import { reboundOf } from './bindings.ts';
import { type Code, isPlainCode, remembered } from './code.ts';
import { constantUses, isConstant } from './constants.ts';
import { firstOf, partsOf } from './edges.ts';
import { placesOfName } from './modules.ts';
import { importsOf } from './names.ts';
import { isAsking, type Use, useAt } from './uses.ts';

const KEY =
  '(?:base_?ur[li]|uri_?base|base_?path|api_?base|endpoint(?:_?url)?|server_?url|api_?(?:url|host|endpoint)|azure_endpoint|openai_api_base|model_server|host|ur[li])';
const NAME = String.raw`[A-Za-z_$][\w$]{0,80}(?:(?:\?\.|\.|::|\\)[A-Za-z_$][\w$]{0,80}){0,4}`;
const MADE = String.raw`(?:new\s{1,4})?(?:ur[li]|parse|create|URI\.create|Url\.parse|std::string|String)\(\s{0,8}`;
const TAKES = new RegExp(
  String.raw`\b(?:\w{0,40}_)?${KEY}["']?\s{0,4}(?:=>|:=|[=:(])\s{0,20}(?:${MADE})?(?:(?:self|this|cls)\.)?(${NAME})(?![\w$])(?!\s{0,4}[(.["'${'`'}=])`,
  'gi',
);
/** Without a key, the name itself says that it is an address: `NewClient(config.BaseURL, key)`. */
const GIVEN =
  /[(,]\s{0,40}((?:[A-Za-z_$][\w$]{0,80}(?:\.|::|\\)){1,4}[\w$]{0,60}?(?:ur[li]|endpoint|api_?(?:base|host)))(?=\s{0,40}[,)])/gi;
const MOST = 200;

/** Every place where a name stands as an address, in order. */
export function addressUsesOf(code: Code): readonly Use[] {
  return remembered(code, findUses);
}

function findUses(code: Code): readonly Use[] {
  const uses = new Map<number, Use>();
  for (const { start, name, isGiven } of namesIn(code)) {
    if (uses.has(start) || !isPlainCode(code, start)) continue;
    const use = useAt(code, start, name);
    if (use !== null && (isGiven ? isAsking(use) : use.callee !== 'import')) uses.set(start, use);
  }
  return [...uses.values()].sort((one, other) => one.start - other.start);
}

interface Named {
  readonly start: number;
  readonly name: string;
  readonly isGiven: boolean;
}

function* namesIn({ skeleton: { text }, reading: { document } }: Code): Generator<Named> {
  // What a test is given is told where the name is defined.
  for (const pattern of document.usage === 'test' ? [TAKES] : [TAKES, GIVEN]) {
    let steps = 0;
    for (const { 0: whole, 1: name = '', index } of text.matchAll(pattern)) {
      if (++steps > MOST) break;
      yield { start: index + whole.length - name.length, name, isGiven: pattern === GIVEN };
    }
  }
}

const ADDRESSES = /url|uri|base|host|endpoint|api|server|gateway/i;

/** An address that another file of this tree defines is what that file says it is. */
export function sightImportedAddresses(code: Code): void {
  const names = [...importsOf(code).keys()].filter((name) => isConstant(name) && ADDRESSES.test(name)).slice(0, MOST);
  const uses = new Map([...addressUsesOf(code), ...constantUses(code, names)].map((use) => [use.start, use] as const));
  const rebound = reboundOf(code, [...uses.values()].map(firstOf));
  for (const use of uses.values()) if (!rebound.has(firstOf(use))) sightImported(code, use);
}

function sightImported(code: Code, { name, start, end, context, endpoint, provider }: Use): void {
  const { document } = code.reading;
  const parts = partsOf(name);
  const places = placesOfName(code, parts);
  if (places.length === 0) return;
  const node = slice(code.source, start, end);
  const from = `symbol:${document.path}#(${parts.join('.')})`;
  const spot = { usage: document.usage, context, endpoint, provider, route: [...code.routeAt(node.start), ...parts] };
  sightHeldEndpoint(code.reading, node, spot, from);
  for (const place of places) sightEdge(code.reading, node, spot, { from, relation: 'alias', to: `symbol:${place}` });
}
