// Reads the code that leads to a value: `model = `, `"model": `, `model: str = `, `process.env.MODEL ?? `.

export interface Head {
  /** The name that the value is given, as written and with what it belongs to (`self.model`), or null. */
  readonly target: string | null;
  /** Its last word (`model`); all of it if it is quoted. */
  readonly name: string | null;
  /** `entry`: joined by `:` or `=>`; `assign`: by `=`. */
  readonly joint: 'entry' | 'assign' | null;
  /** Whether a type stands between name and value. */
  readonly annotated: boolean;
  /** What stands between the joint and the value. */
  readonly rest: string;
}

const ENTRY = /^(?:"([^"]{0,120})"|\["?([\w.$-]{1,120})"?\]|[:@]?([\w$.-]{1,120}))(?:\s?=>|\??:(?![:=])|\s\??:(?=\s|$))\s?(.*)$/s;
const ANNOTATED = /(?:^|[\s(,])([\w$.@]{1,120})[?!]?\s?:\s?([^=:"]{1,160}?)\s?=(?![=>~])\s?(.*)$/s;
/** Julia: `name::String = `. Elsewhere two colons lead into a module. */
const TYPED = /(?:^|[\s(,;])([A-Za-z_]\w{0,80})\s?::\s?(?:(?:Abstract|Sub)?String|Any|Union\{[^{}=]{0,80}\})\s?=(?![=>])\s?(.*)$/s;
/** Visual Basic: `name As String = `. */
const AS = /(?:^|[\s(,])([A-Za-z_]\w{0,80})(?:\(\))? As (?:New )?[\w.]{1,80} =(?![=>])\s?(.*)$/s;
const ASSIGN =
  /(?:^|[\s(,;*&[\]])(["\w$.@>:-]{1,120}(?:\["?[^\]]{0,120}"?\])?(?:\(\))?)\s?(?:\{\}\s?)?(?::=|\?\?=|\|\|=|\+=|<-|=)(?![=>~])\s?(.*)$/s;
const DECLARED = /(?:^|\s)(?:const|let|var|val|final|static|readonly|private|public)\s([A-Za-z_$][\w$]{0,80})\s?[?!]?:/;
const SUBSCRIPT = /\["?([^"\]]{1,120})"?\]$/;

export function headOf(lead: string): Head {
  const annotated = ANNOTATED.exec(lead);
  if (annotated && !/[?]/.test(annotated[2] ?? ''))
    return { target: annotated[1] ?? null, name: lastName(annotated[1] ?? ''), joint: 'assign', annotated: true, rest: annotated[3] ?? '' };
  const typed = lead.includes('::') ? TYPED.exec(lead) : lead.includes(' As ') ? AS.exec(lead) : null;
  if (typed) return { target: typed[1] ?? null, name: typed[1] ?? null, joint: 'assign', annotated: true, rest: typed[2] ?? '' };
  const entry = ENTRY.exec(lead);
  if (entry && !/^(?:case|default|else|try|finally)$/.test(entry[3] ?? '')) {
    const name = entry[1] ?? entry[2] ?? (entry[3] === undefined ? null : lastName(entry[3]));
    return { target: entry[1] ?? entry[2] ?? entry[3] ?? null, name, joint: 'entry', annotated: false, rest: entry[4] ?? '' };
  }
  const assign = ASSIGN.exec(lead);
  const declared = / =$/.test(lead) ? DECLARED.exec(lead)?.[1] : undefined;
  if (!assign && declared) return { target: declared, name: declared, joint: 'assign', annotated: true, rest: '' };
  if (!assign) return { target: null, name: null, joint: null, annotated: false, rest: lead };
  const written = assign[1] ?? '';
  const subscript = SUBSCRIPT.exec(written)?.[1];
  // Behind a type of many words, only the first one can be the name.
  const plain = /\w/.test(written) ? written : (DECLARED.exec(lead)?.[1] ?? written);
  const target = subscript ?? plain.replaceAll('"', '');
  const quoted = /\."([^"]{1,120})"$/.exec(plain)?.[1];
  return { target, name: subscript ?? quoted ?? lastName(target), joint: 'assign', annotated: false, rest: assign[2] ?? '' };
}

/** The last word of a dotted name: `model` of `self.model`. */
export function lastName(target: string): string {
  return /[\w-]+$/.exec(target)?.[0] ?? target;
}

export type Rest = 'direct' | 'default' | 'comparison' | 'join' | 'other';

const FALLS_BACK = /(?:\|\||\?\?|\?:|\bor|\/\/)$/;
const CHOOSES = /(?:[?:]|\belse|\bthen|\breturn|\byield|->|=>|\()$/;
const COMPARES =
  /(?:[=!]==?|=~|!~|<>|\bin|\bis|\bis not|\bnot in|\bcase|\bwhen|\blike|\bILIKE|-(?:eq|ne|like|match|contains|in|notin)|\bcase (?:"[^"]*"\s?[|,]\s?)+)$/i;

/** What an operator before a value makes of it. */
export function restOf(rest: string, joins: RegExp): Rest {
  const text = rest.trim();
  if (text === '') return 'direct';
  if (FALLS_BACK.test(text)) return 'default';
  if (COMPARES.test(text) || /^(?:case|when)\s?"[^"]*"/.test(text)) return 'comparison';
  if (CHOOSES.test(text)) return 'direct';
  const operator = /[^\w\s"')\]}]+$/.exec(text)?.[0] ?? '';
  return operator !== '' && joins.test(operator) ? 'join' : 'other';
}
