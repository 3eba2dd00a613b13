// Lines of pip's requirements files: joined over backslashes, without comments, the parts of a requirement with their places.
import { type ScalarNode, scalar, slice } from '../nodes.ts';

export interface Requirement {
  readonly name: ScalarNode;
  readonly extras: readonly string[];
  /** `>=1.0,<2` without the marker, or the URL of a direct reference. */
  readonly specifier: string | null;
  readonly marker: string | null;
}

/** Logical lines of a file. A comment line within a joined one is left out. */
export function requirementLines(text: string): ScalarNode[] {
  const lines: ScalarNode[] = [];
  for (let at = 0; at < text.length; ) {
    const [line, next] = readLine(text, at);
    if (line.value.trim() !== '') lines.push(line);
    at = next;
  }
  return lines;
}

function readLine(text: string, start: number): readonly [ScalarNode, number] {
  let value = '';
  const jumps: number[] = [];
  let at = start;
  let last = start;
  for (let goesOn = true; goesOn && at < text.length; ) {
    const end = lineEnd(text, at);
    const raw = text.slice(at, end).trimEnd();
    const comment = raw.search(/(?:^|\s)#/);
    goesOn = comment < 0 ? raw.endsWith('\\') : /^\s{0,100}#/.test(raw) && value !== '';
    const kept = comment < 0 ? (goesOn ? raw.slice(0, -1) : raw) : raw.slice(0, comment);
    jumps.push(value.length, at);
    value += kept;
    last = at + kept.length;
    at = end + 1;
  }
  return [{ ...scalar(value, start, Math.min(last, text.length)), jumps }, at];
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

const NAME = /^\s{0,100}([A-Za-z0-9](?:[A-Za-z0-9._-]{0,200}[A-Za-z0-9])?)\s{0,20}(?:\[([^\]]{0,300})\])?\s{0,20}/;

/** A requirement after PEP 508, with the options that pip allows behind it (`--hash=...`). */
export function parseRequirement(node: ScalarNode): Requirement | null {
  const [whole = '', name, extras = ''] = NAME.exec(node.value) ?? [];
  if (!name) return null;
  const rest = withoutOptions(node.value.slice(whole.length));
  if (rest !== '' && !/^(?:[=<>!~@;(]|\s{0,5}$)/.test(rest)) return null;
  const at = node.value.indexOf(name);
  const isUrl = rest.startsWith('@');
  const semicolon = isUrl ? rest.search(/\s;/) : rest.indexOf(';');
  const specifier = (semicolon < 0 ? rest : rest.slice(0, semicolon)).replace(/^@\s{0,20}|^\(|\)\s{0,20}$/g, '').trim();
  return {
    name: slice(node, at, at + name.length),
    extras: extras
      .split(',')
      .map((extra) => extra.trim())
      .filter(Boolean),
    specifier: specifier === '' ? null : specifier,
    marker:
      semicolon < 0
        ? null
        : rest
            .slice(semicolon)
            .replace(/^\s?;\s{0,20}/, '')
            .trim(),
  };
}

function withoutOptions(rest: string): string {
  const option = rest.search(/(?:^|\s)--[a-z]/);
  return (option < 0 ? rest : rest.slice(0, option)).trim();
}
