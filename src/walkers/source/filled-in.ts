// Source code that is filled in before it is used: `init.lua.tmpl`, `config.py.j2`, `settings.rb.example`.
import { scalar } from '../../formats/nodes.ts';
import { startReading } from '../config/sight.ts';
import { SUFFIX, withoutSuffix } from '../config/suffix.ts';
import type { Walker } from '../walker.ts';
import { kinds } from './kinds.ts';
import { readSource } from './source.ts';

/** The end of the name of a file that is filled in. */
const FILLED_IN = `${SUFFIX}{1,2}$`;
/** What says which parts are kept is none of the language. */
const CONTROL = /\{\{-?[ \t]{0,8}(?:(?:if|else|end|range|with|define|block|template)\b|[#/^])[^{}\n]{0,300}\}\}|\{%[^%\n]{0,300}%\}/g;
const blank = (tag: string) => ' '.repeat(tag.length);

export const filledIn: Walker = {
  name: 'code-template',
  reads: 'templates and examples of source code (`*.lua.tmpl`, `*.py.j2`, `*.rb.example`), as what they become',
  files: new RegExp(kinds.map(({ files }) => files.source.replaceAll('$', FILLED_IN)).join('|'), 'i'),
  gate: 'hits',
  *read(document) {
    const reading = startReading(document);
    const path = withoutSuffix(document.path);
    const kind = kinds.find(({ files }) => files.test(path));
    const source = scalar(document.text.replace(CONTROL, blank), 0, document.text.length);
    if (kind) readSource(reading, { source, language: kind.language, ecosystem: kind.ecosystem });
    yield* reading.out;
  },
};
