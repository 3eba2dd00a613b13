// A YAML file of facts, with the line of everything in it, so that a mistake is reported where it was made.
import { isNode, LineCounter, parseDocument } from 'yaml';

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
  const problems = document.errors.map((error) => ({
    path: file.path,
    line: lineAt(error.pos[0]),
    what: `not valid YAML: ${error.message}`,
    fix: 'correct the syntax',
  }));
  const lineOf = (path: Path): number => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    if (isNode(node) && node.range) return lineAt(node.range[0]);
    return path.length === 0 ? 1 : lineOf(path.slice(0, -1));
  };
  return { ...file, value: problems.length === 0 ? document.toJS() : null, problems, lineOf };
}

export function problemText({ path, line, what, fix }: Problem): string {
  return `${path}:${line}: ${what}; ${fix}`;
}
