// What may be printed of a scanned line. Errs on the side of hiding: an excerpt shows names, never a value that could be a secret.

/** Leads of well-known tokens. */
const KNOWN_TOKEN =
  /(?<![A-Za-z0-9])(?:(?:sk|pk|rk|hf|r8|gsk|xai|nvapi|ghp|gho|ghs|ghu|ghr|github_pat|glpat|npm|pypi|dop_v1|xox[abeprs])[-_]|AKIA|ASIA|LTAI|AIza|eyJ)[-_A-Za-z0-9]{11,600}(?:\.[-_A-Za-z0-9]{1,3000}){0,4}/g;
/** A name that says that what it is given is secret. */
const SECRET_NAME =
  /(?:api[-_. ]?key|access[-_]?key|auth[-_]?key|(?:[A-Za-z0-9][-_]|[a-z](?=K))key|secret|token(?!iz|s(?![a-z]))|passw(?:or)?d|passphrase|pwd|credential|authorization|cookie|(?<![\w-])(?:-(?:u|-user)(?!\w)|--?key(?![\w-]))|(?<=;[ \t]?)key(?=[ \t]?=))[-_A-Za-z0-9]{0,40}/gi;
/** What stands between such a name and its value: what closes the name, what gives it, what opens the value. */
const GIVEN =
  /["'`\])}]{0,3}[ \t]{0,8}(?:[,{][ \t]{0,8})?(?:["']?(?:default|value)["']?[ \t]{0,8})?(=>|:[ \t]?[A-Za-z_][\w.[\]|]{0,30}[ \t]?=(?!=)|:[-=?]|\?\?=?|\|\|=?|[:=,]|\((?=["'`]))[ \t]{0,8}(?:\([ \t]{0,4}(?=["'`]))?(?:(?:bearer|basic|token)[ \t]{1,4})?[bfru]{0,2}(["'`]?)(?:(?:bearer|basic|token)[ \t]{1,4})?/iy;
/** A flag or an instruction gives its value behind a blank. */
const GIVEN_BY_BLANK = /["'`]?,?[ \t]{1,4}(["'`]?)/y;
const TAKES_BLANK = /(?:^|[\s"'`])(?:--?[a-z][-_a-z0-9]{0,60}|(?:ENV|ARG|SET|SETX)[ \t]{1,4}\w{1,80})$/i;
/** `getenv("NAME", "what if it is not set")` */
const VARIABLE = /^[A-Z0-9_]{3,60}$/;
const BEARER = /(\b(?:bearer|basic)[ \t]{1,4})([^\s"'`]{8,4000})/gi;
/** A password may hold a slash, which no address may; a port is none. */
const USER_INFO = /(:\/\/)([^\s/"'`<>]{1,200}|[^\s/:@"'`<>]{1,100}:(?!\d{1,5}\/)[^\s@"'`<>]{1,200})(?=@)/g;
const QUERY =
  /([?&](?:[-_a-z]{0,30}(?:key|token|secret|auth|pass|password|pwd|pw|credential|session)|sig|signature|groupid|code|k|ak|sk)=)([^&\s"'`<>#]{1,2000})/gi;
/** Runs without the separators of names and paths. */
const RUN = /[A-Za-z0-9+_=]{16,}/g;
/** Base64 with its slash: only told from a path by its looks. */
const LONG_RUN = /[A-Za-z0-9+/_=]{32,}/g;
const UUID = /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/gi;
/** Stands where a secret would and refers to one, or says that there is none. */
const REFERENCE =
  /^(?:\$.*|<.*|\{.*|%\w*%|[*.x]*|none|null|nil|true|false|undefined|[A-Z][A-Z0-9]{0,40}(?:_[A-Z0-9]{1,40}){1,8}|(?:process|os|env)(?:\.\w{1,80}){1,3}(?:[/[(].*)?|[A-Za-z_]{2,40}(?:\.[A-Za-z_]{2,60}){1,5})$/;

/** Code up to its argument, where no quotes make it a text. */
const CALL = /^[A-Za-z_][\w.]{0,60}[([]$/;

/** Replaces what may be secret by as many `*`, so that columns stay. */
export function redact(text: string): string {
  return withoutGiven(text.replace(USER_INFO, hidden).replace(QUERY, hidden).replace(BEARER, hidden))
    .replace(KNOWN_TOKEN, stars)
    .replace(UUID, stars)
    .replace(RUN, (run) => (isOpaque(run) ? stars(run) : run))
    .replace(LONG_RUN, (run) => (isOpaque(run) && isMixed(run) ? stars(run) : run));
}

/** A URL without user info, and with a `*` for what may be secret in its path, query and fragment. */
export function redactUrl(url: string): string {
  return url
    .replace(/^([a-z][-+.a-z0-9]{1,20}:\/\/)(?:[^\s/"'`<>]{0,200}|[^\s/:@"'`<>]{1,100}:(?!\d{1,5}\/)[^\s@"'`<>]{1,200})@/i, '$1')
    .replace(QUERY, '$1*')
    .replace(/[?#].*$/s, (rest) => rest.replace(/=(?!=*(?:[&#]|$))[^&#]{1,4000}/g, (value) => (isPlain(value.slice(1)) ? value : '=*')))
    .replace(/#(?=[^=]*=*$)(.{1,4000})$/s, (whole, rest: string) => (isPlain(rest) ? whole : '#*'))
    .replace(/(?<=[^/:]\/)[^/?#]{16,}/g, (segment) => (redact(segment) === segment ? segment : '*'));
}

/** Whether a name that a file gives to something has the looks of a key, so that it must not be printed. */
export function isSecretLike(name: string): boolean {
  return name.length >= 16 && redact(name) !== name;
}

/** A short word, a number, a date, a name with separators: of a query these may be shown. */
function isPlain(value: string): boolean {
  return (
    value.length < 32 &&
    redact(value) === value &&
    /^(?:[A-Za-z]{0,24}|[\d.:-]{0,12}|[A-Za-z]{1,16}(?:[-._/:][A-Za-z0-9]{1,12}){1,4})$/.test(value)
  );
}

function hidden(_: string, lead: string, secret: string): string {
  return lead + stars(secret);
}

function stars(secret: string): string {
  return '*'.repeat(secret.length);
}

/** Without the values that are given to names of secrets. */
function withoutGiven(text: string): string {
  let done = 0;
  let safe = '';
  for (const { 0: name, index } of text.matchAll(SECRET_NAME)) {
    const value = givenTo(text, index, index + name.length);
    if (value === null || value.end <= done) continue;
    const from = Math.max(done, value.start);
    safe += text.slice(done, from) + stars(text.slice(from, value.end));
    done = value.end;
  }
  return safe + text.slice(done);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function givenTo(text: string, from: number, end: number): Span | null {
  const takesBlank = TAKES_BLANK.test(text.slice(Math.max(0, from - 80), end));
  GIVEN.lastIndex = end;
  const sign = GIVEN.exec(text);
  if (sign !== null) {
    const quote = sign[2] ?? '';
    const isSure = sign[1] !== ',' || takesBlank || (quote !== '' && VARIABLE.test(text.slice(from, end)));
    return isSure ? valueAt(text, GIVEN.lastIndex, quote) : null;
  }
  GIVEN_BY_BLANK.lastIndex = end;
  const blank = takesBlank ? GIVEN_BY_BLANK.exec(text) : null;
  return blank === null ? null : valueAt(text, GIVEN_BY_BLANK.lastIndex, blank[1] ?? '');
}

const LONGEST = 4000;

/** Up to the quote that closes it, else up to a blank or a quote. */
function valueAt(text: string, start: number, quote: string): Span | null {
  const rest = text.slice(start, start + LONGEST);
  const close = quote === '' ? -1 : rest.indexOf(quote);
  const value = rest.slice(0, close >= 0 ? close : rest.search(/[\s"'`]|$/));
  const bare = value.replace(/[),;\]}]{1,6}$/, '');
  return bare.length < (quote === '' ? 6 : 4) || REFERENCE.test(bare) || (quote === '' && CALL.test(bare))
    ? null
    : { start, end: start + value.length };
}

/** Letters and digits in turn, or cases without words: what chance makes and nobody names. */
function isOpaque(run: string): boolean {
  if (/^(?:[0-9a-f]+|\d+)$/i.test(run)) return /\d/.test(run);
  if (!/\d/.test(run)) return run.length >= 40 && isMixed(run);
  const turns = run.match(/[A-Za-z]\d|\d[A-Za-z]/g)?.length ?? 0;
  return (turns >= 3 && !run.includes('_')) || isMixed(run);
}

/** Between a third and two thirds of the letters are capitals, and none of them begins a word. */
function isMixed(run: string): boolean {
  const letters = run.match(/[A-Za-z]/g)?.length ?? 0;
  const capitals = run.match(/[A-Z]/g)?.length ?? 0;
  return letters >= 8 && !/[a-z]{5}/.test(run) && capitals * 10 >= letters * 3 && capitals * 10 <= letters * 7;
}
