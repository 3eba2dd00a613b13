// Statements in SQL that stand in code of another language.
import { describe, expect, it } from 'vitest';
import { brief, covered, read } from './read.ts';

describe('a statement in a string', () => {
  it.each([
    ['a.py', 'spark.sql("SELECT ai_query(\'databricks-qwen3-embedding-0-6b\', text) FROM t")', ['model databricks-qwen3-embedding-0-6b']],
    ['a.py', 'session.sql(f"""\n  SELECT SNOWFLAKE.CORTEX.COMPLETE(\'deepseek-r1\', {prompt})\n""")', ['model deepseek-r1']],
    ['a.py', 'q = """\nSELECT request(\n  provider := \'kimi\',\n  model := \'kimi-k2.7-code\'\n)"""', ['model kimi-k2.7-code']],
    ['a.rs', "conn.execute(\"CREATE MODEL('coder', 'qwen3-coder:30b', 'ollama')\", []);", ['model qwen3-coder:30b']],
    ['A.java', 'jdbc.execute("INSERT INTO models (name) " + "VALUES (\'qwen-plus\')");', ['model qwen-plus']],
    ['a.go', "db.Exec(`WITH a AS (SELECT 1) SELECT AI_COMPLETE(model => 'deepseek-r1', prompt => x) FROM a`)", ['model deepseek-r1']],
    ['a.ts', "await db.query(`UPDATE settings SET model = 'deepseek-chat' WHERE id = $1`, [id])", ['model deepseek-chat']],
  ])('names a model in %s: %s', (path, text, expected) => {
    expect(brief(path, text).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(expected);
    expect(read(path, text).map((seen) => covered(seen, text))).toEqual(expected.map((line) => line.slice('model '.length)));
  });

  it('says what a question is about, and no more', () => {
    expect(brief('a.py', 'cur.execute("SELECT id FROM calls WHERE model = \'deepseek-chat\'")')).toEqual([
      'model deepseek-chat comparison -',
    ]);
  });

  it.each([
    ['a.py', "print(\"Select one of 'deepseek-chat' and 'deepseek-reasoner' from the list\")"],
    ['a.py', 'x = "Create a table of \'qwen-plus\' prices"'],
    ['a.py', 'x = "With \'qwen-plus\' as a judge, call it"'],
    ['a.py', 'cur.execute("SELECT * FROM qwen_calls WHERE kind = \'x\'")'],
  ])('is no sentence: %s %s', (path, text) => {
    expect(brief(path, text)).toEqual([]);
  });
});
