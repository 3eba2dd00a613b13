// `--platform`: one that nobody knows would be as if none were named.
import type { Catalog } from '../catalog/catalog.ts';
import { knownOf } from '../catalog/identify-known.ts';
import { UsageError } from '../util/errors.ts';
import { nearest } from '../util/nearest.ts';

/** @throws UsageError for a name that is no platform's id or alias. */
export function checkPlatform(catalog: Catalog, name: string): void {
  if (knownOf(catalog).places.named(name) !== null) return;
  const ids = catalog.platforms.map(({ id }) => id);
  const near = nearest(name, [...ids, ...catalog.platforms.flatMap(({ aliases }) => aliases)]);
  throw new UsageError(`there is no platform ${JSON.stringify(name)}`, {
    code: 'unknown-platform',
    hint: near === null ? `use one of ${ids.join(', ')}` : `did you mean ${near}?`,
  });
}
