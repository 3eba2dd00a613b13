// Large lockfiles: time and peak memory of a walker, each in a process of its own. `node bench/lockfile.mjs [name]`
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const LITERALS = /qwen|deepseek|kimi|moonshot|minimax|dashscope/gi;
const MEGABYTE = 1024 * 1024;

const hash = (seed) => {
  let state = seed + 1;
  let text = '';
  while (text.length < 86) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    text += (state >>> 4).toString(36);
  }
  return `sha512-${text.slice(0, 86)}==`;
};
const nameOf = (index) => (index % 3 === 0 ? `@scope-${index % 97}/package-${index}` : `package-${index}`);
const needs = (index, count) => [1, 2, 5, 11].map((step) => (index * 2 + step) % count).filter((target) => target !== index);

function packageLock(bytes) {
  const count = Math.ceil(bytes / 520);
  const entry = (index) =>
    `    "node_modules/${nameOf(index)}": {\n      "version": "${index % 9}.${index % 7}.0",\n      "resolved": "https://packages.example.org/${nameOf(index)}/-/package-${index}-1.0.0.tgz",\n      "integrity": "${hash(index)}",\n      "license": "MIT",\n      "dependencies": {\n${needs(
      index,
      count,
    )
      .map((target) => `        "${nameOf(target)}": "^1.0.0"`)
      .join(',\n')}\n      },\n      "engines": {\n        "node": ">=18"\n      }\n    }`;
  const last = `    "node_modules/@ai-sdk/deepseek": {\n      "version": "3.0.1"\n    },\n    "node_modules/chat": {\n      "version": "1.0.0",\n      "dependencies": {\n        "@ai-sdk/deepseek": "^3.0.0"\n      }\n    }`;
  const head = `{\n  "name": "bench",\n  "lockfileVersion": 3,\n  "packages": {\n    "": {\n      "dependencies": {\n        "${nameOf(0)}": "^1.0.0",\n        "chat": "^1.0.0"\n      }\n    },\n`;
  return `${head}${Array.from({ length: count }, (_, index) => entry(index)).join(',\n')},\n${last}\n  }\n}\n`;
}

function pnpmLock(bytes) {
  const count = Math.ceil(bytes / 345);
  const indexes = Array.from({ length: count }, (_, index) => index);
  const packages = indexes.map(
    (index) => `  '${nameOf(index)}@1.0.0':\n    resolution: {integrity: ${hash(index)}}\n    engines: {node: '>=18'}\n`,
  );
  const snapshots = indexes.map(
    (index) =>
      `  '${nameOf(index)}@1.0.0':\n    dependencies:\n${needs(index, count)
        .map((target) => `      '${nameOf(target)}': 1.0.0\n`)
        .join('')}`,
  );
  const own = '  dashscope@1.0.1:\n    resolution: {integrity: sha512-AAAA}\n\n  chat@1.0.0:\n    resolution: {integrity: sha512-BBBB}\n';
  const importers = `importers:\n\n  .:\n    dependencies:\n      '${nameOf(0)}':\n        specifier: ^1.0.0\n        version: 1.0.0\n      chat:\n        specifier: ^1.0.0\n        version: 1.0.0\n`;
  return `lockfileVersion: '9.0'\n\n${importers}\npackages:\n\n${packages.join('\n')}\n${own}\nsnapshots:\n\n${snapshots.join('\n')}\n  chat@1.0.0:\n    dependencies:\n      dashscope: 1.0.1\n`;
}

function uvLock(bytes) {
  const count = Math.ceil(bytes / 900);
  const entry = (index) => {
    const wheels = [0, 1, 2].map(
      (wheel) =>
        `    { url = "https://packages.example.org/aa/bb/${'0'.repeat(40)}/package_${index}-1.0.0-cp31${wheel}.whl", hash = "sha256:${hash(index + wheel).slice(8, 72)}", size = 12345 },\n`,
    );
    return `[[package]]\nname = "package-${index}"\nversion = "1.0.0"\nsource = { registry = "https://packages.example.org/simple" }\ndependencies = [\n${needs(
      index,
      count,
    )
      .map((target) => `    { name = "package-${target}" },\n`)
      .join('')}]\nwheels = [\n${wheels.join('')}]\n`;
  };
  const own = `[[package]]\nname = "dashscope"\nversion = "1.20.11"\n\n[[package]]\nname = "chat"\nversion = "1.0.0"\ndependencies = [{ name = "dashscope" }]\n\n[[package]]\nname = "app"\nversion = "0.1.0"\nsource = { virtual = "." }\ndependencies = [{ name = "chat" }, { name = "package-0" }]\n`;
  return `version = 1\n\n${Array.from({ length: count }, (_, index) => entry(index)).join('\n')}\n${own}`;
}

function cyclonedx(bytes) {
  const count = Math.ceil(bytes / 675);
  const ref = (index) => `pkg:npm/${nameOf(index).replace('@', '%40')}@1.0.${index % 9}`;
  const indexes = Array.from({ length: count }, (_, index) => index);
  const component = (name, purl, seed) =>
    `    {\n      "type": "library",\n      "name": "${name}",\n      "version": "1.0.0",\n      "bom-ref": "${purl}",\n      "purl": "${purl}",\n      "hashes": [{ "alg": "SHA-512", "content": "${hash(seed).slice(7)}" }],\n      "externalReferences": [\n        { "type": "distribution", "url": "https://packages.example.org/package-${seed}.tgz" }\n      ]\n    }`;
  const dependency = (purl, targets) => `    { "ref": "${purl}", "dependsOn": [${targets.map((target) => `"${target}"`).join(', ')}] }`;
  const own = ['pkg:npm/chat@1.0.0', 'pkg:npm/dashscope@1.0.1'];
  const components = [
    ...indexes.map((index) => component(nameOf(index), ref(index), index)),
    component('chat', own[0], count),
    component('dashscope', own[1], count + 1),
  ];
  const dependencies = [
    dependency('app', [ref(0), own[0]]),
    ...indexes.map((index) => dependency(ref(index), needs(index, count).map(ref))),
    dependency(own[0], [own[1]]),
  ];
  return `{\n  "bomFormat": "CycloneDX",\n  "specVersion": "1.6",\n  "metadata": { "component": { "type": "application", "name": "app", "bom-ref": "app" } },\n  "components": [\n${components.join(',\n')}\n  ],\n  "dependencies": [\n${dependencies.join(',\n')}\n  ]\n}\n`;
}

const FILES = [
  ['package-lock.json', 60, packageLock],
  ['pnpm-lock.yaml', 3, pnpmLock],
  ['uv.lock', 5, uvLock],
  ['bom.cdx.json', 60, cyclonedx],
];

async function bundle(folder) {
  const outfile = join(folder, 'walkers.mjs');
  const entry = fileURLToPath(new URL('../src/walkers/dependencies/index.ts', import.meta.url));
  await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error' });
  return outfile;
}

/** In a process of its own, so that its peak is the walker's. */
async function measure(walkers, folder, path) {
  const { dependencyWalkers } = await import(walkers);
  const text = readFileSync(join(folder, path), 'utf8');
  const hits = Array.from(text.matchAll(LITERALS), ({ index }) => index);
  const walker = dependencyWalkers.find(({ files }) => files.test(path));
  const start = performance.now();
  const seen = [...walker.read({ path, text, hits, usage: 'runtime' })];
  const milliseconds = Math.round(performance.now() - start);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const found = seen.map((one) => (one.kind === 'package' ? [...one.introducedBy, one.name].join(' > ') : one.code));
  console.log(JSON.stringify({ path, megabytes: Math.round((10 * text.length) / MEGABYTE) / 10, milliseconds, peak, found }));
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'waybill-bench-'));
  try {
    const walkers = await bundle(folder);
    for (const [name, megabytes, make] of FILES) {
      if (process.argv[2] && process.argv[2] !== name) continue;
      for (const share of [0.5, 1]) {
        writeFileSync(join(folder, name), make(megabytes * share * MEGABYTE));
        const size = (statSync(join(folder, name)).size / MEGABYTE).toFixed(1);
        const out = execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--measure', walkers, folder, name], {
          encoding: 'utf8',
        });
        const { milliseconds, peak, found } = JSON.parse(out);
        console.log(
          `${name.padEnd(18)} ${size.padStart(5)} MB  ${String(milliseconds).padStart(5)} ms  peak ${peak} MB  ${found.join('; ')}`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[2] === '--measure') await measure(process.argv[3], process.argv[4], process.argv[5]);
else await main();
