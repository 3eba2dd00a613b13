// Variables within a value, in the many ways in which configurations write them.

export interface Variable {
  readonly name: string;
  /** Offsets of the whole expression within the value. */
  readonly start: number;
  readonly end: number;
  /** Where the name stands. */
  readonly nameStart: number;
  /** What is used when the variable is not set, or null. */
  readonly fallback: { readonly start: number; readonly end: number } | null;
}

/** `${NAME}`, `${NAME:-default}`, `${1:-default}`, `${NAME:default}` (Spring), `${env:NAME}`. */
const BRACED = /\$\{(?:(?:env|ENV)[:.])?([A-Za-z_][\w.-]{0,100}|[1-9](?=:?[-=]))(?:(:?[-=?+]|:|\|\||,[ ]?(?=["']))([^{}]{0,500}))?\}/g;
/** `$NAME`, `$(NAME)` (Kubernetes, make, Azure), `%NAME%`. */
const BARE = /\$(?!\{)(?:env:)?(?:\(([A-Za-z_]\w{0,100})\)|([A-Za-z_]\w{0,100}))|%([A-Z_][A-Z0-9_]{1,100})%/g;
/** `{{ .Values.model.name | quote }}`, `${{ inputs.model }}`, `${{ env.MODEL || vars.MODEL }}`. */
const DIRECTIVE =
  /\$?\{\{-?\s{0,4}(?:(?:quote|toString|tpl|required\s{1,4}"[^"]{0,200}")\s{1,4})?\(?(?:((?:\.Values|inputs|matrix|parameters)\.[\w.-]{1,150})|(?:env|vars|variables|github\.event\.inputs)\.(\w{1,100})|\.?((?!secrets\.)[A-Za-z_]\w{0,80}(?:\.\w{1,80}){0,5})(?=\s{0,4}(?:\||-?\}\})))[^{}]{0,200}\}\}/g;
/** `os.environ/NAME`, `env(NAME)`, `{env:NAME}`, `process.env.NAME`, `!env NAME`, `os.getenv("NAME")`, `${{ secrets.NAME }}`, `{{ .Env.NAME }}`. */
const NAMED =
  /(?:os\.environ\/|\benv\(["']?|%env\((?:string:)?|\{(?:env|file):|process\.env\.|secrets\.|\bvars\.|\benv\.|\$env\.|getenv\(["']|environ\[["']|\.Env\.|\benv ["'])([A-Za-z_]\w{0,100})(?:["']?\)%?|["']?\]|\})?(?:\s{0,3}\|\|\s{0,3}["']([^"'{}]{1,300})["'])?/g;
/** `{{ .Values.model | default "name" }}`, `{{ model or "name" }}`. */
const TEMPLATE_DEFAULT = /\bdefault(?:\(|\s{1,4})["']([^"'{}]{1,300})["']/g;

/** `[parameters('name')]`, `[variables('name').part]`: the templates of Azure. */
const AZURE = /^\s{0,20}\[\s{0,4}(parameters|variables)\(\s{0,4}'([\w-]{1,100})'\s{0,4}\)((?:\.\w{1,60}){0,6})\s{0,4}\]\s{0,20}$/;

/** `<< pipeline.parameters.name >>` of CircleCI; `{env:NAME:default}` of tox. */
const ANGLED = /<<\s{0,4}(?:pipeline\.)?(parameters\.[\w-]{1,100})\s{0,4}>>|\{env:([A-Za-z_]\w{0,100}):([^{}\s]{1,300})\}/g;

export function variablesIn(value: string): readonly Variable[] {
  const azure = AZURE.exec(value);
  if (azure) return [azureVariable(value, azure)];
  if (!/[$%{]|env|<</i.test(value)) return [];
  const found = [...directives(value), ...braced(value), ...angled(value)];
  const taken = (at: number) => found.some(({ start, end }) => at >= start && at < end);
  found.push(...named(value).filter(({ nameStart }) => !taken(nameStart)));
  for (const { 0: whole, 1: enclosed, 2: dollar, 3: percent, index } of value.matchAll(BARE)) {
    const name = enclosed ?? dollar ?? percent ?? '';
    if (!taken(index))
      found.push({ name, start: index, end: index + whole.length, nameStart: index + whole.indexOf(name), fallback: null });
  }
  return found.sort((left, right) => left.start - right.start);
}

function azureVariable(value: string, [, kind = '', name = '', steps = '']: RegExpExecArray): Variable {
  const start = value.indexOf('[');
  return {
    name: `${kind}.${name}${steps}`,
    start,
    end: value.lastIndexOf(']') + 1,
    nameStart: value.indexOf(name, start + kind.length),
    fallback: null,
  };
}

function directives(value: string): Variable[] {
  return Array.from(value.matchAll(DIRECTIVE), ({ 0: whole, 1: value, 2: constant, 3: bare, index }) => {
    const name = value ?? constant ?? bare ?? '';
    return { name, start: index, end: index + whole.length, nameStart: index + whole.indexOf(name), fallback: quotedIn(whole, index) };
  });
}

/** `... || 'name' }}` */
function quotedIn(whole: string, index: number): Variable['fallback'] {
  const found = /\|\|\s{0,4}["']([^"'{}]{1,300})["']/.exec(whole);
  if (!found?.[1]) return null;
  const start = index + found.index + found[0].length - 1 - found[1].length;
  return { start, end: start + found[1].length };
}

function angled(value: string): Variable[] {
  return Array.from(value.matchAll(ANGLED), ({ 0: whole, 1: parameter, 2: variable, 3: text, index }) => {
    const name = parameter ?? variable ?? '';
    const end = index + whole.length;
    const fallback = text === undefined ? null : { start: end - 1 - text.length, end: end - 1 };
    return { name, start: index, end, nameStart: index + whole.indexOf(name), fallback };
  });
}

function braced(value: string): Variable[] {
  return Array.from(value.matchAll(BRACED), ({ 0: whole, 1: written = '', 2: operator, 3: fallback = '', index }) => {
    const end = index + whole.length;
    // Serverless: another place of the same file.
    const name = written === 'self' && /^[\w.-]{1,150}$/.test(fallback) ? `self.${fallback}` : written;
    const hasDefault =
      operator !== undefined &&
      !fallback.startsWith(':') &&
      !/^(?:self|opt|param|file|cf|ssm|sls|aws)$/.test(written) &&
      !/[?+]/.test(operator) &&
      fallback !== '';
    const quotes = /^(["']).*\1$/.test(fallback) ? 1 : 0;
    const range = { start: end - 1 - fallback.length + quotes, end: end - 1 - quotes };
    return { name, start: index, end, nameStart: index + whole.indexOf(written), fallback: hasDefault ? range : null };
  });
}

function named(value: string): Variable[] {
  return Array.from(value.matchAll(NAMED), ({ 0: whole, 1: name = '', 2: fallback, index }) => {
    const from = index + whole.lastIndexOf(fallback ?? '');
    const range = fallback === undefined ? null : { start: from, end: from + fallback.length };
    return { name, start: index, end: index + whole.length, nameStart: index + whole.indexOf(name), fallback: range };
  });
}

/** Defaults that a template's own functions give. */
export function templateDefaults(value: string): readonly { readonly start: number; readonly end: number }[] {
  if (!value.includes('default')) return [];
  return Array.from(value.matchAll(TEMPLATE_DEFAULT), ({ 0: whole, 1: text = '', index }) => {
    const start = index + whole.lastIndexOf(text);
    return { start, end: start + text.length };
  });
}

/** Whether some of the value is computed elsewhere. */
export function isComputed(value: string): boolean {
  return (
    AZURE.test(value) ||
    /\$\{|<<\s|\{\{|\{%|<%|\$\(|\$[A-Za-z_]|^os\.environ\/|%[A-Z_]{2,}%|\{env:|^env\.[A-Z_]|process\.env|\benv\(/.test(value)
  );
}
