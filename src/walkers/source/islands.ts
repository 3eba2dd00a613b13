// Files in which code stands between something else: components, pages, PHP.
import { javascript } from '../../formats/code/languages/javascript.ts';
import { php } from '../../formats/code/languages/scripting.ts';
import { scalar } from '../../formats/nodes.ts';
import { startReading } from '../config/sight.ts';
import type { Walker } from '../walker.ts';
import { type Island, readMarkup } from './markup.ts';
import { readSource } from './source.ts';

const SCRIPT = /<script\b([^>]{0,400})>/gi;
/** `---` fences the code of an Astro page. */
const FENCE = /^\s{0,40}---[ \t]{0,8}\r?\n/;

function scriptsOf(text: string): readonly Island[] {
  const islands: Island[] = [];
  const fence = FENCE.exec(text);
  const close = fence ? text.indexOf('\n---', fence[0].length - 1) : -1;
  if (fence && close >= 0) islands.push({ from: fence[0].length, to: close + 1 });
  let done = 0;
  for (const { 0: tag, 1: attributes = '', index } of text.matchAll(SCRIPT)) {
    if (index < done || /type=["'](?!module|text\/(?:java|type)script|text\/babel|application\/javascript)/i.test(attributes)) continue;
    const from = index + tag.length;
    const end = text.indexOf('</script', from);
    done = end < 0 ? text.length : end;
    islands.push({ from, to: done });
  }
  return islands;
}

const OPENING = /<\?(?:php\b|=)/gi;

function phpOf(text: string): readonly Island[] {
  const islands: Island[] = [];
  let done = 0;
  for (const { 0: tag, index } of text.matchAll(OPENING)) {
    if (index < done) continue;
    const from = index + tag.length;
    const end = text.indexOf('?>', from);
    done = end < 0 ? text.length : end;
    islands.push({ from, to: done });
  }
  return islands;
}

export const component: Walker = {
  name: 'component',
  reads: 'Vue, Svelte and Astro components and HTML pages: their scripts, and attributes that take models and addresses',
  files: /\.(?:vue|svelte|astro|x?html?)$/i,
  gate: 'hits',
  *read(document) {
    const reading = startReading(document);
    const scripts = scriptsOf(document.text);
    for (const { from, to } of scripts) {
      readSource(reading, { source: scalar(document.text.slice(from, to), from, to), language: javascript, ecosystem: 'npm' });
    }
    readMarkup(reading, scripts);
    yield* reading.out;
  },
};

export const phpPage: Walker = {
  name: 'php',
  reads: 'PHP: models, addresses, credentials, imports and commands in calls, assignments and entries',
  files: /\.(?:php\d?|phtml|inc)$/i,
  gate: 'hits',
  *read(document) {
    const reading = startReading(document);
    for (const { from, to } of phpOf(document.text)) {
      readSource(reading, { source: scalar(document.text.slice(from, to), from, to), language: php, ecosystem: 'composer' });
    }
    yield* reading.out;
  },
};
