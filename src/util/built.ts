// Finds what the build made for the prefilter. It lies beside the bundle, one or two folders away from where this code runs.
import { existsSync } from 'node:fs';

export function builtFile(name: string): URL | null {
  const places = [`./${name}`, `../${name}`, `../../dist/${name}`].map((path) => new URL(path, import.meta.url));
  return places.find((place) => existsSync(place)) ?? null;
}
