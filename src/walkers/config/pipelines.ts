// Jenkins pipelines and Brewfiles: scripts of which a few statements matter.
import { mapOf, type ScalarNode, scalar } from '../../formats/nodes.ts';
import { evidence } from '../evidence.ts';
import type { Walker } from '../walker.ts';
import { readCommandLine } from './command.ts';
import { type Reading, rootSpot, startReading } from './sight.ts';
import { readTree } from './tree.ts';

/** `NAME = 'value'` of an `environment` block, `NAME = credentials('id')`. */
const SETTING = /^[ \t]{0,40}(?:env\.)?([A-Za-z_]\w{0,80})[ \t]{0,20}=[ \t]{0,20}(?:credentials\([ \t]{0,4})?(["'])([^"'\n]{1,400})\2/gm;
/** `sh 'command'`, `sh(script: """ ... """)`. */
const STEP = /\b(?:sh|bat|powershell|pwsh)\b[ \t]{0,8}\(?[ \t\r\n]{0,40}(?:script[ \t]{0,4}:[ \t]{0,8})?("""|'''|"|')/g;

export const jenkinsfile: Walker = {
  name: 'jenkinsfile',
  reads: 'Jenkins pipelines: environment and shell steps',
  files: /(?:^|\/)Jenkinsfile[\w.-]{0,60}$|\.jenkinsfile$/i,
  gate: 'hits',
  *read(document) {
    const reading = startReading(document);
    readSettings(reading);
    for (const { 0: opening, 1: quote = '', index } of document.text.matchAll(STEP)) {
      const start = index + opening.length;
      const end = document.text.indexOf(quote, start);
      if (end > start) readCommandLine(reading, piece(document.text, start, end), rootSpot(document, 'command'));
    }
    yield* reading.out;
  },
};

function readSettings(reading: Reading): void {
  const { text } = reading.document;
  const entries = Array.from(text.matchAll(SETTING), ({ 0: whole, 1: name = '', 3: value = '', index }) => {
    const key = index + whole.indexOf(name);
    const start = index + whole.lastIndexOf(value);
    return { key: piece(text, key, key + name.length), value: piece(text, start, start + value.length) };
  });
  readTree(reading, [mapOf(entries, 0, text.length)], { ...rootSpot(reading.document), route: ['environment'] });
}

function piece(text: string, start: number, end: number): ScalarNode {
  return scalar(text.slice(start, end), start, end);
}

const ECOSYSTEMS: Readonly<Record<string, string>> = {
  brew: 'brew',
  cask: 'brew',
  vscode: 'vscode-extension',
  npm: 'npm',
  go: 'golang',
  cargo: 'cargo',
  uv: 'pypi',
};
const FORMULA = /^[ \t]{0,20}(brew|cask|vscode|npm|go|cargo|uv)[ \t]{1,8}(["'])([@\w./-]{1,120})\2/gm;

export const brewfile: Walker = {
  name: 'brewfile',
  reads: 'Brewfiles: formulas, casks, extensions and packages of other managers',
  files: /(?:^|\/)\.?Brewfile[\w.-]{0,40}$/,
  gate: 'hits',
  *read(document) {
    for (const { 0: whole, 1: kind = '', 3: name = '', index } of document.text.matchAll(FORMULA)) {
      const start = index + whole.lastIndexOf(name);
      yield {
        kind: 'package',
        ecosystem: ECOSYSTEMS[kind] ?? kind,
        name,
        as: 'dependency',
        version: null,
        requirement: null,
        scope: 'development',
        direct: true,
        introducedBy: [],
        pathCount: 0,
        evidence: evidence(document, { start, end: start + name.length, route: [kind], context: 'dependency' }),
      };
    }
  },
};
