// Runs TypeScript of this repository at build time: Node 20 does not read it, so it is bundled first.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The absolute path of a path in this repository. */
export const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Makes a module of a few lines of TypeScript, written as if they stood in `folder`. */
export function bundle({ contents, folder, outfile }) {
  return build({
    stdin: { contents, resolveDir: at(folder), loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    logLevel: 'warning',
  });
}

/** Gives the exports of a few lines of TypeScript, written as if they stood in `folder`, to `use`. */
export async function withExports({ contents, folder, name }, use) {
  const outfile = at(`dist/${name}.mjs`);
  await bundle({ contents, folder, outfile });
  try {
    return await use(await import(`${new URL(`../dist/${name}.mjs`, import.meta.url).href}?${Date.now()}`));
  } finally {
    rmSync(outfile, { force: true });
  }
}
