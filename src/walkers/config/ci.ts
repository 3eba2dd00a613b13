// Pipelines: their steps are command lines and environments, their actions are packages.
import { follow, get, type ListNode, type Node, slice, stringOf } from '../../formats/nodes.ts';
import type { Sighting } from '../../model.ts';
import { evidence } from '../evidence.ts';
import { sightImagePackage } from './image.ts';
import { isHitNode, type Reading, type Spot } from './sight.ts';
import { structured } from './structured.ts';

export const ci = structured({
  name: 'ci',
  reads: 'GitHub Actions, GitLab CI and other pipelines: env, with, run, uses',
  files:
    /(?:^|\/)(?:\.github\/(?:workflows|actions|prompts)\/(?:[\w.-]{1,60}\/){0,3}[\w.-]{1,80}\.ya?ml|action\.ya?ml|\.gitlab-ci[\w.-]{0,40}\.ya?ml|\.gitlab\/(?:[\w.-]{1,60}\/){0,3}[\w.-]{1,60}\.ya?ml|azure-pipelines[\w.-]{0,40}\.ya?ml|\.circleci\/config\.ya?ml|bitbucket-pipelines\.ya?ml|\.drone\.ya?ml|\.woodpecker[\w./-]{0,60}\.ya?ml|\.buildkite\/[\w.-]{1,60}\.ya?ml|cloudbuild\.ya?ml|buildspec[\w.-]{0,30}\.ya?ml|\.travis\.ya?ml|appveyor\.ya?ml)$/,
  gate: 'hits',
  isNone: (seen) => isCode(seen) || isStep(seen),
  extra(reading, root, spot) {
    findUses(reading, root, spot, 0);
  },
});

/** `repository: owner/name` of a checkout, and the inputs that choose it: code, not weights. */
function isCode(seen: Sighting): boolean {
  if (seen.kind !== 'model' && seen.kind !== 'edge') return false;
  const { route } = seen.evidence;
  const key = route.at(-1) === 'default' ? route.at(-2) : route.at(-1);
  return /^(?:github[_-]?)?repo(?:sitory)?(?:[_-]?(?:org|name))?$/i.test(key ?? '');
}

/** Names that steps and jobs go by, and what refers to them. */
function isStep(seen: Sighting): boolean {
  if (seen.kind !== 'model') return false;
  const { route } = seen.evidence;
  const key = route.at(-1)?.startsWith('[') ? route.at(-2) : route.at(-1);
  return /^(?:key|id|depends_on|dependsOn|needs|requires|dependencies|stage|label|group)$/.test(key ?? '');
}

const DEEPEST = 12;
const ACTION = /^([\w.-]{1,60}\/[\w./-]{1,120})@([\w./-]{1,100})$/;

function findUses(reading: Reading, node: Node, spot: Spot, depth: number): void {
  const inner = node.kind === 'alias' ? null : follow(node);
  if (!inner || depth > DEEPEST) return;
  if (inner.kind === 'list') {
    inner.items.forEach((item, index) => {
      findUses(reading, item, { ...spot, route: [...spot.route, `[${index}]`] }, depth + 1);
    });
  } else if (inner.kind === 'map') {
    for (const { key, value } of inner.entries) {
      const within = { ...spot, route: [...spot.route, key.value] };
      if (key.value === 'uses') readAction(reading, value, within);
      else if (key.value === 'container') readContainer(reading, value, within);
      else if (key.value === 'image' && value.kind === 'map')
        readContainer(reading, get(value, 'name'), { ...within, route: [...within.route, 'name'] });
      else if (key.value === 'services' && value.kind === 'list') readServices(reading, value, within);
      else findUses(reading, value, within, depth + 1);
    }
  }
}

/** `container: owner/name:tag` of GitHub, `image: { name: owner/name:tag }` of GitLab. */
function readContainer(reading: Reading, value: Node | null, spot: Spot): void {
  const image = stringOf(value);
  if (image) sightImagePackage(reading, image, spot);
  else if (value) findUses(reading, value, spot, 0);
}

/** GitLab starts images beside a job: by name, or in tables with one. */
function readServices(reading: Reading, { items }: ListNode, spot: Spot): void {
  items.forEach((item, index) => {
    readContainer(reading, stringOf(item) ?? get(item, 'name'), { ...spot, route: [...spot.route, `[${index}]`] });
  });
}

const IMAGE = 'docker://';

/** An action is a package of the purl type `githubactions`. */
function readAction(reading: Reading, value: Node, spot: Spot): void {
  const uses = stringOf(value);
  const { route, usage } = spot;
  if (uses?.value.startsWith(IMAGE)) sightImagePackage(reading, slice(uses, IMAGE.length, uses.value.length), spot);
  const [, name, version] = ACTION.exec(uses?.value.trim() ?? '') ?? [];
  if (!uses || name === undefined || version === undefined || !isHitNode(reading, uses)) return;
  const place = { start: uses.start, end: uses.start + name.length, route, usage, context: 'dependency' } as const;
  // So that the generic reading does not take it for a model.
  reading.seen.add(`model ${uses.start} ${uses.end}`);
  reading.out.push({
    kind: 'package',
    ecosystem: 'githubactions',
    name,
    as: 'dependency',
    version,
    requirement: version,
    scope: 'build',
    direct: true,
    introducedBy: [],
    pathCount: 0,
    evidence: evidence(reading.document, place),
  });
}
