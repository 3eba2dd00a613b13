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
  const kind = kindOf(words.map(({ value }) => value));
  if (!kind) return false;
  readSource(reading, { source: text, language: kind.language, ecosystem: kind.ecosystem });
  return true;
}

/** Where the text is written decides before what writes it. */
function kindOf(words: readonly string[]): Kind | undefined {
  const written = words.findLast((word, index) => /^>{1,2}./.test(word) || /^(?:>{1,2}|tee|-a)$/.test(words[index - 1] ?? ''));
  if (written !== undefined) return kinds.find(({ files }) => files.test(written.replace(/^>+/, '')));
  const tools = words.map(baseName);
  const reader = READERS.find(({ tool }) => tools.some((name) => tool.test(name)));
  return reader && kinds.find(({ files }) => files.test(reader.file));
}
