// Comments, docstrings and what a page shows: only names that stand there as names, and addresses. What a sentence says about
// vendors is no use of them.
import { isHit } from '../../formats/document.ts';
import { rawEnd, rawOffset, type ScalarNode } from '../../formats/nodes.ts';
import type { Usage } from '../../model.ts';
import { isPlainlyModelLike, urlsIn } from './looks.ts';
import { type Reading, type Spot, sightEndpoint, sightModel } from './sight.ts';

const TOKEN = /(?:(?:~|\.{1,2})?\/)?[A-Za-z0-9@][\w@./:+-]{3,199}/g;
const MOST = 200;
/** Much text, such as a licence or a changelog, is not searched for names. */
const LONGEST = 20_000;

export function readProse(reading: Reading, node: ScalarNode, at: Spot): void {
  if (node.value.length > LONGEST) return;
  const spot = { ...at, usage: proseUsage(at.usage) };
  const taken: { start: number; end: number }[] = [];
  for (const { start, end } of urlsIn(node.value)) {
    taken.push({ start, end });
    if (touches(reading, node, start, end)) sightEndpoint(reading, node, spot, { start, end });
  }
  let count = 0;
  for (const { 0: found, index } of node.value.matchAll(TOKEN)) {
    const name = found.replace(/[.:/+-]+$/, '');
    const end = index + name.length;
    if (taken.some((url) => index < url.end && end > url.start) || !touches(reading, node, index, end)) continue;
    const isTold = (isName(name) && !isTitle(node.value, name, index)) || isWritten(node.value, name, index);
    if (!isTold || ++count > MOST) continue;
    sightModel(reading, node, spot, { range: { start: index, end } });
  }
}

/** What a text says of a model is no use of it. */
export function proseUsage(usage: Usage): Usage {
  return usage === 'runtime' || usage === 'deploy' || usage === 'developer-tool' || usage === 'build' ? 'docs' : usage;
}

function touches({ document }: Reading, node: ScalarNode, start: number, end: number): boolean {
  return isHit(document, rawOffset(node, start), rawEnd(node, end));
}

const PATH = /^(?:~|\.{1,2})?\//;

/** In prose, a name needs a sign that no sentence has: an owner, or a version behind a hyphen or colon. */
function isName(written: string): boolean {
  const name = written.replace(PATH, '');
  if (!isPlainlyModelLike(name) || /^[A-Z_0-9]+$/.test(name) || /\/\/|^@|\.\w{1,4}\//.test(name)) return false;
  if (/^(?:[\w.-]{2,60}\/){1,4}[\w.:-]{2,100}$/.test(name)) return /\d/.test(name) && /[-.]/.test(name.slice(name.lastIndexOf('/')));
  return !name.includes('/') && /[A-Za-z][-:]?[\w.]*\d/.test(name) && /[-:]/.test(name);
}

/** `as in Acme-V3`: what a sentence calls a model, where code would quote it, or say how large it is. */
function isTitle(text: string, name: string, start: number): boolean {
  return /^[A-Z][\w.]*[a-z]?[\w.]*-[\w.-]+$/.test(name) && !SIZED.test(name) && !/["'`]$/.test(text.slice(Math.max(0, start - 1), start));
}

const SIZED = /-\d{1,4}(?:\.\d{1,2})?[bB](?:-|$)/;

/** Code that was taken out, or stands as an example, is given names as code is: `model="acme-large"`, `MODEL=acme-large`, `'model': 'acme-large'`. */
function isWritten(text: string, name: string, start: number): boolean {
  if (!/^[A-Za-z][\w.]*(?:-[\w.]+)+(?::[\w.-]+)?$/.test(name) || !isPlainlyModelLike(name)) return false;
  const before = text.slice(Math.max(0, start - 80), start);
  const behind = text.slice(start + name.length, start + name.length + 40);
  return (GIVEN.test(before) && !/^[\w/.-]*[/(=]/.test(behind)) || (ENTRY.test(before) && /^[ \t]*(?:\r?\n|$)/.test(behind));
}

const GIVEN = /[=:([{,]\s{0,4}["'`]$|[\w\]] ?= ?$/;
/** `model: acme-large`, and nothing else on the line. */
const ENTRY = /(?:^|\n)[ \t#;/*-]{0,40}[\w.-]{1,40}: {1,4}$/;
