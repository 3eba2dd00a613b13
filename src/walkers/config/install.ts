// Packages that a command line installs or runs.
import { rawEnd, rawOffset, type ScalarNode } from '../../formats/nodes.ts';
import type { PackageReference } from '../../model.ts';
import { evidence } from '../evidence.ts';
import { sightImagePackage } from './image.ts';
import { isHitNode, type Reading, type Spot } from './sight.ts';
import { baseName } from './tools.ts';

interface Installer {
  readonly ecosystem: string;
  readonly words: readonly RegExp[];
  /** Only the first word is a package; what follows are its own arguments. */
  readonly runs: boolean;
}

const ADD = /^(?:install|add|i|ci|get|tool|exec|dlx|run|x)$/;
const INSTALLERS: readonly Installer[] = [
  { ecosystem: 'pypi', words: [/^pip[\d.]{0,4}$/, /^(?:install|download|wheel)$/], runs: false },
  { ecosystem: 'pypi', words: [/^(?:uv|poetry|pipenv|rye|pdm|conda|mamba)$/, /^(?:add|install)$/], runs: false },
  { ecosystem: 'pypi', words: [/^uv$/, /^tool$/, /^(?:install|run)$/], runs: true },
  { ecosystem: 'pypi', words: [/^pipx$/, /^(?:install|run|inject)$/], runs: true },
  { ecosystem: 'pypi', words: [/^uvx$/], runs: true },
  { ecosystem: 'npm', words: [/^(?:npm|pnpm|yarn|bun|cnpm)$/, /^(?:install|add|i|global)$/], runs: false },
  { ecosystem: 'npm', words: [/^(?:npm|pnpm|yarn|bun)$/, /^(?:exec|dlx|x)$/], runs: true },
  { ecosystem: 'npm', words: [/^(?:npx|bunx|pnpx)$/], runs: true },
  { ecosystem: 'golang', words: [/^go$/, /^(?:get|install|run)$/], runs: false },
  { ecosystem: 'cargo', words: [/^cargo$/, /^(?:add|install)$/], runs: false },
  { ecosystem: 'gem', words: [/^gem$/, /^install$/], runs: false },
  { ecosystem: 'nuget', words: [/^dotnet$/, ADD, /^package$/], runs: false },
  { ecosystem: 'oci', words: [/^(?:docker|podman|nerdctl)$/, /^(?:run|pull|create)$/], runs: false },
  { ecosystem: 'oci', words: [/^(?:docker|podman)$/, /^(?:container|image)$/, /^(?:run|pull|create)$/], runs: false },
  { ecosystem: 'composer', words: [/^composer$/, /^(?:require|global)$/], runs: false },
];

/** Every package on the line that touches a hit. */
export function readInstall(reading: Reading, words: readonly ScalarNode[], spot: Spot): void {
  for (let at = 0; at < words.length; at++) {
    const installer = INSTALLERS.find(({ words: wanted }) => wanted.every((word, index) => word.test(nameAt(words, at + index))));
    if (!installer) continue;
    const rest = words.slice(at + installer.words.length).filter(({ value }) => !value.startsWith('-') && value !== '');
    for (const word of installer.runs ? rest.slice(0, 1) : rest) sightPackage(reading, word, spot, installer.ecosystem);
    return;
  }
}

function nameAt(words: readonly ScalarNode[], at: number): string {
  return baseName(words[at]?.value ?? '');
}

const PYPI = /^([A-Za-z0-9][\w.-]{0,100})(?:\[[\w,.\s-]{0,100}\])?\s{0,4}((?:[=<>!~]=?|@)[\w.*,<>=!~ ]{1,60})?$/;
const SCOPED = /^((?:@[\w.-]{1,80}\/)?[\w.-]{1,100})(?:@([\w.^~<>=*-]{1,40}))?$/;
const PATH = /^([\w.-]{1,80}(?:\/[\w.~-]{1,80}){1,8})(?:@([\w.+-]{1,60}))?$/;

function sightPackage(reading: Reading, word: ScalarNode, spot: Spot, ecosystem: string): void {
  if (ecosystem === 'oci') {
    if (word.value.includes('/')) sightImagePackage(reading, word, { ...spot, context: 'command' });
    return;
  }
  if (!isHitNode(reading, word) || reading.seen.has(`package ${word.start}`)) return;
  const found = (ecosystem === 'pypi' ? PYPI : ecosystem === 'golang' ? PATH : SCOPED).exec(word.value);
  if (!found) return;
  const [, name = '', requirement = null] = found;
  reading.seen.add(`package ${word.start}`);
  const pinned = /^={2,3}?[^*]+$|^\d[\w.+-]*$|^v\d[\w.+-]*$/.test(requirement ?? '');
  const version = pinned ? (requirement ?? '').replace(/^=+/, '') : null;
  const place = { start: rawOffset(word, 0), end: rawEnd(word, name.length), route: spot.route, usage: spot.usage };
  const fixed = { as: 'dependency', scope: 'runtime', direct: true, introducedBy: [], pathCount: 0 } as const;
  const seen: PackageReference = {
    kind: 'package',
    ecosystem,
    name,
    version,
    requirement,
    ...fixed,
    evidence: evidence(reading.document, { ...place, context: 'command' }),
  };
  reading.out.push(seen);
}
