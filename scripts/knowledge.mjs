// Compiles `rules/` into `dist/knowledge.json`.
import { writeFileSync } from 'node:fs';
import { at, withExports } from './bundled.mjs';

const contents = "export * from './compile.ts'; export * from './load.ts'; export * from './artefact.ts'; export * from './source.ts';";
await withExports(
  { contents, folder: 'src/catalog', name: 'knowledge-compiler' },
  ({ compileKnowledge, packed, problemText, readFacts }) => {
    const { knowledge, problems } = compileKnowledge(readFacts(at('rules')));
    if (problems.length > 0) throw new Error(`rules/ is not right:\n${problems.map(problemText).join('\n')}`);
    writeFileSync(at('dist/knowledge.json'), packed(knowledge));
  },
);
