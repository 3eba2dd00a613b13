// A YAML file of facts, with the line of everything in it, so that a mistake is reported where it was made.
import { type Alias, type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';

export type Path = readonly (string | number)[];

/** A mistake in a file of facts: what is wrong and what to do about it. */
export interface Problem {
  readonly path: string;
  readonly line: number;
  readonly what: string;
  readonly fix: string;
}

export interface FactsFile {
  /** As the user knows it, with `/`; its end is relative to the rules' directory: `mine/vendors/acme.yaml`. */
  readonly path: string;
  readonly text: string;
}

export interface ParsedFile extends FactsFile {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** The line of a value; of the nearest thing around it where it is missing. */
  lineOf(path: Path): number;
}

export function parseFacts(file: FactsFile): ParsedFile {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const problems: Problem[] = document.errors.map(({ code, message, pos }) => {
    const [what, fix] = known[code] ?? [`not valid YAML: ${message}`, 'correct the syntax'];
    return { path: file.path, line: lineAt(pos[0]), what, fix };
  });
  const lineOf = (path: Path): number => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    if (isNode(node) && node.range) return lineAt(node.range[0]);
    return path.length === 0 ? 1 : lineOf(path.slice(0, -1));
  };
  const value = problems.length === 0 ? unfolded(document) : null;
  if (value === UNFOLDABLE) {
    const [line, what, fix] = aliasIn(document, lineAt);
    return { ...file, value: null, problems: [{ path: file.path, line, what, fix }], lineOf };
  }
  return { ...file, value, problems, lineOf };
}

/** What is said better than by the parser. */
const known: Partial<Record<string, readonly [string, string]>> = {
  DUPLICATE_KEY: ['a key stands twice in one mapping', 'remove one of the two'],
  TAB_AS_INDENT: ['a tab stands where blanks must', 'indent with blanks'],
  MULTIPLE_DOCS: ['a second document begins here', 'keep one in a file: remove the line with `---`'],
};

const UNFOLDABLE = Symbol('aliases that do not unfold');

function unfolded(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    // Aliases are all that is not looked at before: one without an anchor, or so many that they unfold without end.
    return UNFOLDABLE;
  }
}

/** The first alias without an anchor; where all have one, the first of those that unfold to too much. */
function aliasIn(document: Document, lineAt: (offset: number) => number): readonly [number, string, string] {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias) });
  const loose = aliases.find((alias) => alias.resolve(document) === undefined);
  const line = lineAt((loose ?? aliases[0])?.range?.[0] ?? 0);
  return loose
    ? [line, `the alias *${loose.source} has no anchor`, `write &${loose.source} before what it stands for, or quotes around a star`]
    : [line, 'the aliases unfold to more than can be read', 'write what they stand for'];
}

export function problemText({ path, line, what, fix }: Problem): string {
  return `${path}:${line}: ${what}; ${fix}`;
}
