// A container image is a package, and may hold weights that its name tells: both are said, and lineage keeps what is known better.
import { isHit } from '../../formats/document.ts';
import { rawEnd, rawOffset, type ScalarNode } from '../../formats/nodes.ts';
import { evidence } from '../evidence.ts';
import { imageNameOf } from '../image.ts';
import { isModelLike } from './looks.ts';
import { type ModelOptions, type Reading, type Spot, sightModel } from './sight.ts';

export function isImageLike(value: string): boolean {
  return isModelLike(value.replace(/@sha256:[0-9a-f]{64}$/, ''));
}

export function sightImage(reading: Reading, node: ScalarNode, spot: Spot, options: ModelOptions = {}): void {
  sightModel(reading, node, spot, options);
  sightTag(reading, node, spot);
  sightImagePackage(reading, node, spot);
}

/** `owner/server:qwen3-8b`: a tag with a size is called after what was put into the image. */
function sightTag(reading: Reading, node: ScalarNode, spot: Spot): void {
  const found = TAG.exec(node.value);
  const tag = found?.[1];
  if (!found || tag === undefined) return;
  const start = found.index + 1;
  const range = { start, end: start + tag.length };
  if (isHit(reading.document, rawOffset(node, range.start), rawEnd(node, range.end))) sightModel(reading, node, spot, { range });
}

const TAG = /:([a-z][\w.]{0,40}-(?:[\w.-]{1,60}-)?\d{1,4}(?:\.\d{1,2})?[bB](?:[-_.][\w.-]{1,60})?)(?:@sha256:[0-9a-f]{64})?\s{0,10}$/;

/** Where an image is run, its name alone is no model that is loaded. */
export function sightImagePackage({ document, out, seen }: Reading, node: ScalarNode, spot: Spot): void {
  const lead = node.value.length - node.value.trimStart().length;
  const image = imageNameOf(node.value.trim());
  const place = { start: rawOffset(node, lead), end: rawEnd(node, lead + (image?.name.length ?? 0)) };
  if (!image || seen.has(`package ${place.start}`) || !isHit(document, place.start, place.end)) return;
  seen.add(`package ${place.start}`);
  const { route, usage, context } = spot;
  out.push({
    kind: 'package',
    ecosystem: 'oci',
    name: image.name,
    as: 'dependency',
    version: image.tag,
    requirement: null,
    scope: 'runtime',
    direct: true,
    introducedBy: [],
    pathCount: 0,
    evidence: evidence(document, { ...place, route, usage, context: context === 'command' ? context : 'dependency' }),
  });
}
