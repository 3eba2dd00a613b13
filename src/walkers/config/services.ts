// Units of systemd, programs of supervisord: INI files whose values are environments and command lines.
import { parseIni } from '../../formats/ini.ts';
import { type Entry, entriesOf, mapOf, rewritten, type ScalarNode, scalar } from '../../formats/nodes.ts';
import { assignmentOf, splitCommands } from '../../formats/shell.ts';
import { readCommandLine } from './command.ts';
import type { Reading, Spot } from './sight.ts';
import { structured } from './structured.ts';
import { readTree } from './tree.ts';

export const services = structured({
  name: 'services',
  reads: 'systemd units, Quadlet files, supervisord programs: environment and commands',
  files:
    /\.(?:service|timer|socket|container|kube|pod|desktop)$|(?:^|\/)supervisord?[\w./-]{0,60}\.(?:conf|ini)$|\.service\.d\/[\w.-]{1,60}\.conf$/,
  // What they run may be named by variables alone, which a file of variables beside them sets.
  gate: 'always',
  parse: parseIni,
  extra(reading, root, spot) {
    for (const { key: section, value } of entriesOf(root)) {
      for (const entry of entriesOf(value)) readSetting(reading, entry, { ...spot, route: [section.value, entry.key.value] });
    }
  },
});

function readSetting(reading: Reading, { key, value }: Entry, spot: Spot): void {
  if (value.kind !== 'scalar') return;
  if (/^(?:Exec\w{0,20}|command|Exec)$/.test(key.value)) readCommandLine(reading, expanded(withoutMarks(value)), spot);
  else if (/^environment$/i.test(key.value)) {
    const assignments = splitCommands(expanded(commasAsBlanks(reading, value))).flatMap(({ assignments: first, words }) => [
      ...first,
      ...words.flatMap((word) => assignmentOf(word) ?? []),
    ]);
    readTree(reading, [mapOf(assignments, value.start, value.end)], spot);
  }
}

/** `ExecStart=-/usr/bin/x`: marks before a command tell how failures count. */
function withoutMarks(value: ScalarNode): ScalarNode {
  const marks = /^[-@+!:|]{0,4}/.exec(value.value)?.[0].length ?? 0;
  return scalar(value.value.slice(marks), value.start + marks, value.end);
}

/** supervisord separates by commas: `A="x",B="y"`. The quotes around a whole value are the first and the last word's own. */
function commasAsBlanks({ document }: Reading, { start, end }: ScalarNode): ScalarNode {
  const from = /["']/.test(document.text[start - 1] ?? '') ? start - 1 : start;
  const to = from < start ? end + 1 : end;
  return scalar(document.text.slice(from, to).replace(/,(?=[A-Za-z_]\w{0,60}=)/g, ' '), from, to);
}

const VARIABLE = /%\(ENV_([A-Za-z_]\w{0,100})\)s/g;

/** supervisord's `%(ENV_NAME)s` as shells write it. */
function expanded(node: ScalarNode): ScalarNode {
  const found = Array.from(node.value.matchAll(VARIABLE), ({ 0: whole, 1: name, index }) => ({
    start: index,
    end: index + whole.length,
    text: `\${${name}}`,
  }));
  return rewritten(node, found);
}
