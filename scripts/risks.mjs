// Compiles `rules/risks/` into `dist/risks.json`, so that a scan reads no YAML. Cases stay: they are the documentation.
import { writeFileSync } from 'node:fs';
import { at, withExports } from './bundled.mjs';

const contents = "export * from './compile.ts'; export { problemText } from '../catalog/source.ts';";
await withExports({ contents, folder: 'src/rules', name: 'risks-compiler' }, ({ compileRisks, problemText }) => {
  const { risks, problems } = compileRisks(at('rules'));
  if (problems.length > 0) throw new Error(`rules/risks/ is not right:\n${problems.map(problemText).join('\n')}`);
  writeFileSync(at('dist/risks.json'), JSON.stringify(risks));
});
