// A literal in a statement, outside of every bracket that holds arguments or entries.
import type { Frame } from '../../formats/code/frame.ts';
import { headOf } from '../../formats/code/head.ts';
import type { Skeleton } from '../../formats/code/tokens.ts';
import { NOWHERE, type Site, withRest } from './spot.ts';

/** Between a name and its value: `var name Type = "..."`. */
const GO_TYPE = /(?<=^|\s)(?!(?:var|const)\s)([A-Za-z_]\w{0,80})\s[*\w.[\]]{1,80}\s=$/;
const TYPE = /^(?:export\s|declare\s|public\s){0,3}type\s+\w+(?:<.{0,80}>)?\s?=|\|\s?$/;

export function atStatement(code: Skeleton, frame: Frame): Site {
  const lead = code.language.name === 'go' ? frame.lead.replace(GO_TYPE, '$1 =') : frame.lead;
  const base = { ...NOWHERE, lead };
  // A type says what may be asked for; nothing is asked for yet.
  if (TYPE.test(lead) && !/\|\|\s?$/.test(lead)) return { ...base, context: 'comparison' };
  const attribute = /^@(\w{1,80})$/.exec(lead)?.[1];
  if (attribute !== undefined) return { ...base, context: 'assignment', key: attribute, route: [attribute] };
  const isSql = code.language.name === 'sql';
  const isOption = isSql && isMade(lead);
  const head = headOf(isOption ? lead.slice(lead.lastIndexOf(',') + 1).trim() : isSql ? lead : ownLead(lead));
  if (isSql && !isOption && !/\bset\s[^=]{1,80}=$/i.test(lead))
    return { ...base, key: head.name, context: head.joint === 'assign' ? 'comparison' : 'value' };
  if (head.target !== null && (head.joint === 'assign' || isClassEntry(lead))) {
    const key = head.name ?? '';
    return { ...base, ...withRest(code, head, 'assignment'), key, route: [key] };
  }
  const bare = code.language.bareCalls ? BARE.exec(lead) : null;
  if (bare) return { ...base, ...bareCall(bare[1] ?? '', bare[2] ?? ''), callee: bare[1] ?? '' };
  const { context, variable } = withRest(code, head, lead === '' ? 'text' : 'value');
  return { ...base, context, variable };
}

/** `a = "x", b = `: more than one name is given a value, each its own. */
const DECLARES = /=(?![=>]).{0,1000},\s?[*&]{0,2}([A-Za-z_$][\w$]{0,80}(?:\s?[?!]?:\s?[\w.<>[\]?]{1,60})?\s?=)$/s;
/** `a, b = "x", `: the values stand in the order of the names. */
const PAIRS =
  /^(?:(?:const|let|var|val|auto|final|local|my|our)\s)?\(?((?:[\w$@.]{1,80},\s?){1,6}[\w$@.]{1,80})\)?(?:\s[\w.*]{1,40})?\s?:?=(?![=>])\s?(.*)$/s;

/** What leads to the value itself, where a statement gives several. */
function ownLead(lead: string): string {
  const declared = DECLARES.exec(lead)?.[1];
  if (declared !== undefined) return declared;
  const [, names, values = ''] = PAIRS.exec(lead) ?? [];
  if (names === undefined) return lead;
  const before = values.replace(/"[^"]{0,200}"/g, '""').split(',');
  const name = names.split(',')[before.length - 1]?.trim();
  return name === undefined ? lead : `${name} = ${before.at(-1)?.trim() ?? ''}`.trim();
}

/** `create ... model_name = '...'` asks nothing; what is selected may be compared. */
function isMade(lead: string): boolean {
  return /^(?:create|alter)\b/i.test(lead) && !/\b(?:where|select|check)\b/i.test(lead);
}

/** `key: "value"` outside of any bracket that holds entries: a class body, a call without parentheses, a Nix attribute. */
function isClassEntry(lead: string): boolean {
  return !/^(?:case|default|when|else)\b/.test(lead);
}

/** An attribute of an element of JSX, whatever brackets stand around the element; the attributes of the elements before it are not its own. */
export function atAttribute(code: Skeleton, { lead }: Frame): Site | null {
  const markup = code.language.markup && lead.endsWith('=') ? MARKUP.exec(lead) : null;
  if (!markup) return null;
  const [, call = null, key = ''] = markup;
  return { ...NOWHERE, lead, context: 'argument', key, call, route: [key] };
}

const MARKUP = /<([A-Za-z][\w.]{0,80})\b[^<>]{0,800}?\s([\w-]{1,60})=$/;
/** A word, perhaps with arguments before the text: `system `, `config :app, model: `. */
const BARE = /^(?:\w+\s?=\s?)?([A-Za-z_][\w.:!?-]{0,80})(?:\s+(?:.*,\s?)?(?::?"?([\w-]{1,80})"?\s?(?::|=>|=)\s?)?)?$/;

function bareCall(callee: string, key: string): Pick<Site, 'context' | 'key' | 'call' | 'position' | 'route'> {
  if (/^(?:return|yield|echo|puts|print|raise|throw|else|then|in|and|or|not|if|unless|when|case|def|class|module|end|do)$/i.test(callee)) {
    return {
      context: /^(?:when|case|if|unless|and|or|not)$/.test(callee) ? 'comparison' : 'value',
      key: null,
      call: null,
      position: -1,
      route: [],
    };
  }
  return { context: 'argument', key: key || null, call: callee, position: key ? -1 : 0, route: key ? [key] : [] };
}
