// A program that a script hands to an interpreter or a database, or writes to a file: `python - <<PY`, `psql <<SQL`, `cat > app.py <<EOF`.
import type { ScalarNode } from '../../formats/nodes.ts';
import type { Command } from '../../formats/shell.ts';
import type { Reading } from '../config/sight.ts';
import { baseName } from '../config/tools.ts';
import { type Kind, kinds } from './kinds.ts';
import { readSource } from './source.ts';

/** Names of files that what a tool reads could have. */
const READERS: readonly { readonly tool: RegExp; readonly file: string }[] = [
  { tool: /^(?:python[\d.]{0,4}|ipython|uv|poetry)$/, file: 'a.py' },
  { tool: /^(?:node|bun|deno|tsx)$/, file: 'a.js' },
  { tool: /^ruby$/, file: 'a.rb' },
  { tool: /^(?:psql|mysql|mariadb|sqlite3|duckdb|snowsql|clickhouse-client|sqlcmd|trino)$/, file: 'a.sql' },
];

/** True if the text is one of a language that is read. */
export function readFed(reading: Reading, { words }: Command, text: ScalarNode): boolean {
  return readAs(reading, kindOf(words.map(({ value }) => value)), text);
}

/** The same of a text that becomes a file of this name. */
export function readFile(reading: Reading, name: string, text: ScalarNode): boolean {
  return readAs(reading, kindNamed(name), text);
}

function readAs(reading: Reading, kind: Kind | undefined, text: ScalarNode): boolean {
  if (!kind) return false;
  readSource(reading, { source: text, language: kind.language, ecosystem: kind.ecosystem });
  return true;
}

/** Where the text is written decides before what writes it. */
function kindOf(words: readonly string[]): Kind | undefined {
  const written = writtenTo(words);
  if (written !== null) return kindNamed(written);
  const tools = words.map(baseName);
  const reader = READERS.find(({ tool }) => tools.some((name) => tool.test(name)));
  return reader && kindNamed(reader.file);
}

/** `cat > app.py`, `tee -a app.py`; null where nothing is written. */
export function writtenTo(words: readonly string[]): string | null {
  const written = words.findLast((word, index) => /^>{1,2}./.test(word) || /^(?:>{1,2}|tee|-a)$/.test(words[index - 1] ?? ''));
  return written?.replace(/^>+/, '') ?? null;
}

function kindNamed(name: string): Kind | undefined {
  return kinds.find(({ files }) => files.test(name));
}
