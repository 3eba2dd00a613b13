// What a build script of an Android app puts into it: `buildConfigField("String", "NAME", "\"value\"")`, and the keys that it reads.
import { type Document, isHit } from '../../formats/document.ts';
import { maskComments } from '../../formats/lockfile/lines.ts';
import { mapOf, type ScalarNode, scalar } from '../../formats/nodes.ts';
import type { Sighting } from '../../model.ts';
import { isConstant, roleOf } from '../config/roles.ts';
import { rootSpot, sightCredential, startReading } from '../config/sight.ts';
import { readTree } from '../config/tree.ts';

const FIELD =
  /\b(?:buildConfigField|resValue|manifestPlaceholders)\b[\s([]{1,40}["']\w{1,20}["']\s{0,10},\s{0,40}["']([A-Za-z_]\w{1,80})["']\s{0,10},\s{0,40}(["'])(?:\\?["'])?([^"'\\$\n]{2,300})(?:\\?["'])?\2/g;
/** `localProperties.getProperty("NAME")`, `System.getenv("NAME")`, `properties["NAME"]`. */
const ASKED = /(?:[(,[]|\?:)\s{0,10}["']([A-Z][A-Z0-9_]{3,80})["']/g;

export function* buildSettings(document: Document): Iterable<Sighting> {
  const text = maskComments(document.text, { line: '//', block: true });
  const reading = startReading(document);
  const spot = rootSpot(document);
  for (const match of text.matchAll(FIELD)) {
    const { 0: whole, 1: name = '', 3: value = '', index } = match;
    const at = index + whole.lastIndexOf(value);
    const key = part(name, index + whole.indexOf(name));
    readTree(reading, [mapOf([{ key, value: part(value, at) }], key.start, at + value.length)], spot);
  }
  const told = new Set<string>();
  for (const { 0: whole, 1: name = '', index } of text.matchAll(ASKED)) {
    const node = part(name, index + whole.length - name.length - 1);
    if (told.has(name) || !isConstant(name) || roleOf(name) !== 'credential' || !isHit(document, node.start, node.end)) continue;
    told.add(name);
    sightCredential(reading, node, spot);
  }
  yield* reading.out;
}

function part(value: string, start: number): ScalarNode {
  return scalar(value, start, start + value.length);
}
