// What the snapshot says of a name's parents, for those who follow them upwards.
import type { Catalog } from './catalog.ts';
import type { DerivativeMatch } from './derivatives.ts';
import type { DerivativeFacts } from './facts.ts';
import { identify } from './identify.ts';

/** A conversion keeps the name of what it is made from, so that the vendor's own model must not be taken for one. */
export function parentFacts(catalog: Catalog): (name: string) => DerivativeFacts | null {
  return (name) => {
    const found = catalog.derivative(name) ?? wrapped(catalog, name);
    return found && !(isBareConversion(found) && identify(catalog, name).provenance === 'first-party') ? found.derivative : null;
  };
}

/** A path, an address or a tag around a name (`/models/Sky-T1-32B-Preview`, `deepcoder:14b`) hides it from the table, not from those who peel it. */
function wrapped(catalog: Catalog, name: string): DerivativeMatch | null {
  if (!/[/:]/.test(name)) return null;
  const cited = identify(catalog, name).facts.find(({ id }) => id.startsWith(CITED));
  return cited === undefined ? null : catalog.derivative(cited.id.slice(CITED.length));
}

const CITED = 'lineage#';

function isBareConversion({ by, derivative: { relation } }: DerivativeMatch): boolean {
  return by === 'bare' && (relation === 'quantized' || relation === 'same');
}
