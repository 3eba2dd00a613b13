// What may be printed of a scanned line. Errs on the side of hiding: an excerpt shows names, never a value that could be a secret.

/** Leads of well-known tokens, whatever stands before them. */
const KNOWN_TOKEN =
  /\b(?:sk|pk|rk|hf|r8|gsk|xai|ghp|gho|ghs|ghu|glpat|xox[abpr]|AKIA|ASIA|AIza|eyJ)[-_A-Za-z0-9]{12,}(?:\.[-_A-Za-z0-9]+){0,2}/g;
/** `name = value` and `"name": "value"` where the name says that the value is secret. */
const SECRET_ASSIGNMENT =
  /((?:api[-_]?key|apikey|access[-_]?key|secret|token|passwd|password|credential|authorization|bearer)[-_A-Za-z0-9]{0,40}["'`]?\s{0,8}(?:[:=]|=>|:=)\s{0,8}(?:bearer\s+|f?["'`]){0,2})([^\s"'`,;#{}()[\]$<>]{6,})/gi;
const BEARER = /(\b(?:bearer|basic|token)\s{1,4})([-_.~+/=A-Za-z0-9]{12,})/gi;
const USER_INFO = /(\b[a-z][-+.a-z0-9]{1,20}:\/\/)([^\s/@"'`]{1,200})(?=@)/gi;
const QUERY_SECRET = /([?&](?:key|token|sig|signature|secret|api[-_]?key|access[-_]?token)=)([^&\s"'`]+)/gi;
/** A long run with digits and both cases or only hex: a hash, a key, or base64. Slashes end it, so that paths survive. */
const OPAQUE_RUN = /(?<![A-Za-z0-9+_=])(?=[^\s"'`]{0,200}\d)[A-Za-z0-9+_=]{32,}(?![A-Za-z0-9+_=])/g;
/** Words that are no secret although they stand where one would. */
const PLACEHOLDER =
  /^(?:your|my|the|example|changeme|placeholder|none|null|true|false|undefined|process|os|env|import|string|str|x{3,}|\*+|\.+|<)/i;

/** Replaces what may be secret by as many `*`, so that columns stay. */
export function redact(text: string): string {
  return text
    .replace(USER_INFO, (_, lead: string, secret: string) => lead + stars(secret))
    .replace(QUERY_SECRET, (_, lead: string, secret: string) => lead + stars(secret))
    .replace(SECRET_ASSIGNMENT, (whole, lead: string, secret: string) => (PLACEHOLDER.test(secret) ? whole : lead + stars(secret)))
    .replace(BEARER, (_, lead: string, secret: string) => lead + stars(secret))
    .replace(KNOWN_TOKEN, stars)
    .replace(OPAQUE_RUN, (run) => (isOpaque(run) ? stars(run) : run));
}

/** A URL without user info and without query values that may be secret. */
export function redactUrl(url: string): string {
  return url
    .replace(USER_INFO, (_, lead: string) => lead)
    .replace(/^([a-z][-+.a-z0-9]{1,20}:\/\/)@/i, '$1')
    .replace(QUERY_SECRET, (_, lead: string) => `${lead}*`);
}

function stars(secret: string): string {
  return '*'.repeat(secret.length);
}

function isOpaque(run: string): boolean {
  if (/^[0-9a-f]+$/i.test(run)) return true;
  return /[0-9]/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run) && !/[_]/.test(run.slice(1, -1));
}
