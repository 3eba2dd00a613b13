// What lineage needs of a reference besides its identity: one made for a name that an arrow leads to, and where one stands.
import type { Evidence, ModelReference } from '../model.ts';

/** A model of which nothing but its name and a place is written. */
export function modelNamed(name: string, evidence: Evidence): ModelReference {
  const nothing = { endpoint: null, provider: null, call: null, revision: null } as const;
  return { kind: 'model', name, partial: false, remoteCode: false, device: null, local: false, ...nothing, evidence };
}

/** Equal for what starts at the same character of the same file. */
export function placeOf({ evidence: { path, region } }: { readonly evidence: Pick<Evidence, 'path' | 'region'> }): string {
  return `${path}:${region?.startLine}:${region?.startColumn}`;
}
