// Yarn's own format, version 1: like YAML to the eye, without colons between keys and values.
import { type Entry, mapOf, type Node, type Problem, type ScalarNode, scalar, type Tree } from '../nodes.ts';
import { unquote } from './block-yaml.ts';

/** A map of blocks, each keyed by its whole first line without the colon. */
export function parseYarn(text: string): Tree {
  const blocks: Entry[] = [];
  let fields: Entry[] = [];
  let inner: Entry[] = [];
  const problems: Problem[] = [];
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const line = text.slice(at, end).trimEnd();
    const indent = line.search(/[^\s\ufeff]/);
    const start = at + indent;
    at = end + 1;
    if (indent < 0 || line[indent] === '#') continue;
    if (!/^\s/.test(line)) {
      fields = [];
      inner = [];
      if (!line.endsWith(':')) problems.push({ detail: 'neither a block nor a field', offset: start });
      else
        blocks.push({ key: scalar(line.slice(indent, -1), start, start - indent + line.length - 1), value: mapOf(fields, start, start) });
    } else if (line.endsWith(':')) {
      inner = [];
      fields.push({ key: unquote(text, start, start - indent + line.length - 1), value: mapOf(inner, start, start) });
    } else {
      const pairs = pairIn(text, start, start - indent + line.length);
      if (pairs.length === 0) problems.push({ detail: 'neither a block nor a field', offset: start });
      (indent < 4 ? fields : inner).push(...pairs);
    }
  }
  const roots: readonly Node[] = blocks.length > 0 ? [mapOf(blocks, 0, text.length)] : [];
  return { roots, problems: problems.slice(0, 1) };
}

/** `name "value"`, `"@scope/name" "value"` */
function pairIn(text: string, start: number, end: number): Entry[] {
  const quote = text[start];
  const close = quote === '"' ? text.indexOf('"', start + 1) + 1 : text.indexOf(' ', start);
  if (close <= 0 || close >= end) return [];
  const from = close + 1;
  return [{ key: unquote(text, start, close), value: unquote(text, from, end) }];
}

/** The descriptors of a block (`name@^1.0.0, name@^1.1.0`), quoted one by one or all together; one without a range is a name. */
export function descriptorsOf(key: ScalarNode): ScalarNode[] {
  const found: ScalarNode[] = [];
  for (const match of key.value.matchAll(/"?((?:@[^@,"\s]{1,214})?[^@,"\s]{1,214}(?:@(?:[^",]|,(?! ))*)?)"?/g)) {
    const at = match.index + match[0].indexOf(match[1] ?? '');
    const value = (match[1] ?? '').trimEnd();
    found.push(scalar(value, key.start + at, key.start + at + value.length));
  }
  return found;
}
