// Scripts of shells, and the files that hold little else than command lines.
import { mapOf, type ScalarNode, scalar } from '../../formats/nodes.ts';
import { type Command, splitCommands } from '../../formats/shell.ts';
import type { Walker } from '../walker.ts';
import { readCommand, readCommandLine } from './command.ts';
import { CRUSHRC, readCrush } from './crush.ts';
import { readHeredocs } from './heredocs.ts';
import { NO_SCOPE, type Scope, scopeOf } from './scope.ts';
import { type Reading, rootSpot, type Spot, startReading } from './sight.ts';
import { readTree } from './tree.ts';

export const script: Walker = {
  name: 'script',
  reads: 'shell scripts and profiles, jobs of Slurm, Procfiles: exports, commands, here-documents',
  files:
    /\.(?:sh|bash|zsh|fish|ksh|command|bats|bat|cmd|slurm|sbatch)$|(?:^|\/)(?:Procfile[\w.-]{0,20}|\.?(?:bashrc|zshrc|profile|bash_profile|zprofile|zshenv|bash_aliases|crushrc|xprofile))$/i,
  gate: 'hits',
  *read(document) {
    const reading = startReading(document);
    const spot = rootSpot(document, 'command');
    const written = splitCommands(scalar(document.text, 0, document.text.length));
    const commands = CRUSHRC.test(document.path) ? readCrush(reading, written, spot) : written;
    for (const { command, environments } of withEnvironments(commands)) {
      readCommand(reading, command, { ...spot, environments });
      readHeredocs(reading, command, spot);
    }
    yield* reading.out;
  },
};

/** Words that begin or end a part of a script: what is set in one branch or function is not set in another. */
const BOUNDARY = /^(?:\{|\}|;;|if|then|else|elif|fi|case|esac|function|end|switch|done)$/;

/** Each command with what the lines around it set, and what the whole script sets. */
function withEnvironments(commands: readonly Command[]) {
  const blocks: Command[][] = [[]];
  for (const command of commands) {
    if (BOUNDARY.test(command.words[0]?.value ?? '')) blocks.push([]);
    blocks.at(-1)?.push(command);
  }
  const whole = environmentFrom(commands);
  return blocks.flatMap((block) => {
    const environments = [environmentFrom(block), whole];
    return block.map((command) => ({ command, environments }));
  });
}

/** The last value of a name counts. */
function environmentFrom(commands: readonly Command[]): Scope {
  const entries = new Map(commands.flatMap(({ assignments }) => assignments.map((entry) => [entry.key.value, entry] as const)));
  return scopeOf(mapOf([...entries.values()], 0, 0), NO_SCOPE);
}

/** `NAME = value` in its four kinds. */
const VARIABLE =
  /^\ufeff?(?:export[ \t]{1,8}|override[ \t]{1,8})?([A-Za-z_][\w.-]{0,80})[ \t]{0,20}(?:::?|\?|\+)?=[ \t]{0,20}((?:[^\r\n#\\]|\\\r?\n|\\.){1,4000})/;
const RECIPE = /^(?:\t| {2,8})[ \t]{0,40}[@+-]{0,3}(?=\S)/;

export const makefile: Walker = {
  name: 'makefile',
  reads: 'Makefiles and justfiles: variables and recipes',
  files: /(?:^|\/)(?:GNUmakefile|[Mm]akefile(?:\.[\w-]{1,40})?|\.?[Jj]ustfile)$|\.(?:mk|mak|just)$/,
  gate: 'hits',
  *read(document) {
    const reading = startReading(document);
    for (const line of logicalLines(document.text)) readMakeLine(reading, line, rootSpot(document));
    yield* reading.out;
  },
};

function readMakeLine(reading: Reading, line: ScalarNode, spot: Spot): void {
  const recipe = RECIPE.exec(line.value)?.[0].length;
  if (recipe !== undefined) {
    readCommandLine(reading, part(line, recipe, line.value.length), spot);
    return;
  }
  const found = VARIABLE.exec(line.value);
  if (!found) return;
  const [whole, name = '', value = ''] = found;
  const start = line.value.indexOf(name);
  const quoted = /^(["'])(.*)\1\s*$/.exec(value);
  const written = quoted?.[2] ?? value.trimEnd();
  const from = whole.length - value.length + (quoted ? 1 : 0);
  readTree(
    reading,
    [mapOf([{ key: part(line, start, start + name.length), value: part(line, from, from + written.length) }], line.start, line.end)],
    spot,
  );
}

function part(line: ScalarNode, from: number, to: number): ScalarNode {
  return scalar(line.value.slice(from, to), line.start + from, line.start + to);
}

/** Lines with those that a backslash joins to them; the shell takes the backslashes out. */
function* logicalLines(text: string): Iterable<ScalarNode> {
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start);
    while (end > 0 && /\\\r?$/.test(text.slice(Math.max(start, end - 2), end))) end = text.indexOf('\n', end + 1);
    if (end < 0) end = text.length;
    yield scalar(text.slice(start, end), start, end);
    start = end + 1;
  }
}
