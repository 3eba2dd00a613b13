// The catalog, with what only identification needs: name grammars and platforms, compiled when the first name is asked about.
import type { Catalog } from './catalog.ts';
import { compileNames, type Names } from './names.ts';
import { compilePlatforms, type Platforms } from './platforms.ts';

export interface Known extends Catalog {
  readonly names: Names;
  readonly places: Platforms;
}

const built = new WeakMap<Catalog, Known>();

export function knownOf(catalog: Catalog): Known {
  const earlier = built.get(catalog);
  if (earlier !== undefined) return earlier;
  const { vendors, platforms } = catalog;
  const names = compileNames(vendors);
  const places = compilePlatforms(platforms, (host, path) => catalog.host(host, path)?.platform ?? null);
  const known = Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(catalog), names: { value: names }, places: { value: places } },
  ) as Known;
  built.set(catalog, known);
  return known;
}
