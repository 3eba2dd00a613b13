// Container images and what else registries of images serve, as packages.
import { type ScalarNode, slice } from '../../formats/nodes.ts';
import { imageNameOf } from '../image.ts';
import { type Listed, listed } from './listing.ts';

export function* ociPackage(text: ScalarNode, route: readonly string[]): Generator<Listed> {
  const image = imageNameOf(text.value);
  if (image) yield listed(slice(text, 0, image.name.length), route, { version: image.tag, scope: 'development', direct: true });
}
