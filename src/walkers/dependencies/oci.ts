// Container images and what else registries of images serve, as packages.
import { type ScalarNode, slice } from '../../formats/nodes.ts';
import { type Listed, listed } from './listing.ts';

/** `host/owner/name:tag@digest`, without the tag and the digest. */
export function* ociPackage(text: ScalarNode, route: readonly string[]): Generator<Listed> {
  const [, name, tag = null] =
    /^((?:[\w.-]{1,100}(?::\d{1,5})?\/)?[\w./-]{1,200}?)(?::([\w.-]{1,128}))?(?:@sha256:[0-9a-f]{64})?$/.exec(text.value) ?? [];
  if (name) yield listed(slice(text, 0, name.length), route, { version: tag, scope: 'development', direct: true });
}
