// Files in which code stands between something else: components, pages, templates, PHP.
import { java } from '../../formats/code/languages/c-family.ts';
import { javascript } from '../../formats/code/languages/javascript.ts';
import { python } from '../../formats/code/languages/python.ts';
import { elixir, php, ruby } from '../../formats/code/languages/scripting.ts';
import { markupOf } from '../../formats/markup.ts';
import { type ScalarNode, scalar } from '../../formats/nodes.ts';
import { type Reading, startReading } from '../config/sight.ts';
import { readTemplate } from '../config/template.ts';
import type { Walker } from '../walker.ts';
import { readMarkup, type Speech, type Speeches } from './markup.ts';
import { readSource } from './source.ts';

interface Island {
  readonly from: number;
  readonly to: number;
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

/** `---` fences the code of an Astro page. */
const FENCE = /^\s{0,40}---[ \t]{0,8}\r?\n/;

/** The end of the code that leads an Astro page, or 0. */
function readFence(reading: Reading): number {
  const { text } = reading.document;
  const fence = FENCE.exec(text);
  const close = fence ? text.indexOf('\n---', fence[0].length - 1) : -1;
  if (!fence || close < 0) return 0;
  readSource(reading, { source: piece(text, fence[0].length, close + 1), ...script });
  return close + 4;
}

function piece(text: string, from: number, to: number): ScalarNode {
  return scalar(text.slice(from, to), from, to);
}

const script: Speech = { language: javascript, ecosystem: 'npm' };
const SPEECHES: readonly (readonly [RegExp, Speech])[] = [
  [/\.(?:erb|rhtml)$/i, { language: ruby, ecosystem: 'gem' }],
  [/\.(?:h?eex|leex)$/i, { language: elixir, ecosystem: 'hex' }],
  [/\.(?:jsp|jspx|ftl)$/i, { language: java, ecosystem: 'maven' }],
  [/\.(?:j2|jinja2?|njk|twig|liquid)$/i, { language: python, ecosystem: null }],
];

function speechesOf(path: string): Speeches {
  const own = SPEECHES.find(([files]) => files.test(path))?.[1] ?? script;
  return { script, marked: (mark) => (mark === '<?' ? { language: php, ecosystem: 'composer' } : own) };
}

const TAG = /<(?:%|\/?\.?[a-z][\w-]{0,60}[\s>/])/i;

export const component: Walker = {
  name: 'component',
  reads: 'Vue, Svelte and Astro components, HTML pages and their templates: scripts, expressions, attributes and text',
  files:
    /\.(?:vue|svelte|astro|x?html?|marko|(?:x?html?\.)?(?:ejs|eta|hbs|handlebars|mustache|njk|twig|liquid|j2|jinja2?|erb|rhtml|h?eex|leex|jspx?|ftl|gohtml))$/i,
  gate: 'hits',
  *read(document) {
    const reading = startReading(document);
    const { path, text } = document;
    if (!TAG.test(text) && !/\.(?:vue|svelte|astro|x?html?)$/i.test(path)) readTemplate(reading);
    else {
      const from = /\.astro$/i.test(path) ? readFence(reading) : 0;
      const parts = markupOf(text, { from, braces: /\.(?:svelte|astro|h?eex)$/i.test(path) });
      readMarkup(reading, parts, speechesOf(path));
    }
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
    const { path, text } = document;
    for (const { from, to } of phpOf(text)) readSource(reading, { source: piece(text, from, to), language: php, ecosystem: 'composer' });
    readPage(reading, path, text);
    yield* reading.out;
  },
};

/** What a page of PHP or Blade shows around its code. */
function readPage(reading: Reading, path: string, text: string): void {
  const parts = markupOf(text, { from: 0, braces: false }).filter((part) => part.kind !== 'code' || part.mark !== '<?');
  readMarkup(reading, parts, speechesOf(path));
}
