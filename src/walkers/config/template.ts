// Templates whose names do not say what they become: Terraform's `values.tpl`, charts and scripts by what they hold.
import { scalar } from '../../formats/nodes.ts';
import { parseYaml } from '../../formats/yaml.ts';
import type { Walker } from '../walker.ts';
import { readCommandLine } from './command.ts';
import { embeddedTree } from './embedded.ts';
import { type Reading, rootSpot, startReading } from './sight.ts';
import { readText } from './text.ts';
import { readTree } from './tree.ts';

const SCRIPT = /^\ufeff?#!/;
const MARKUP = /^\ufeff?\s{0,200}(?:<|\{[%{#*])/;
/** A key at the start of a line, with a value, a list or a map behind it. */
const ENTRY = /^[ \t]{0,20}(?:- )?[A-Za-z_][\w.-]{0,80}:(?:[ \t]|\r?$)/m;

export const template: Walker = {
  name: 'template',
  reads: 'templates of no other kind (.tpl, .tmpl, .template, .j2, .example): as YAML, JSON or shell by what they hold, else as text',
  files: /(?:^|\/)[^/.]{1,200}\.(?:tpl|tftpl|tmpl|gotmpl|template|j2|jinja2?|erb|mustache|hbs|ejs|example|sample|dist)$/i,
  gate: 'hits',
  *read(document) {
    const reading = startReading(document);
    readTemplate(reading);
    yield* reading.out;
  },
};

/** As what the text looks like it becomes. */
export function readTemplate(reading: Reading): void {
  const { document } = reading;
  const { text } = document;
  const whole = scalar(text, 0, text.length);
  const json = embeddedTree(whole, '');
  if (SCRIPT.test(text)) readCommandLine(reading, whole, rootSpot(document, 'command'));
  else if (json) readTree(reading, [json]);
  else if (ENTRY.test(text) && !MARKUP.test(text)) readTree(reading, parseYaml(text).roots);
  else readText(reading, 0);
}
