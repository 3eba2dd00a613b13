// What a value stands for where some of it is computed, and where else it is used: variables, defaults, names for values.
import type { ScalarNode } from '../../formats/nodes.ts';
import { templateDefaults, type Variable, variablesIn } from './interpolate.ts';
import { isEmpty, isModelLike, isPlaced, isUrl } from './looks.ts';
import { isConstant, type Role } from './roles.ts';
import { type Range, type Reading, type Spot, sightEdge, sightEndpoint, sightModel } from './sight.ts';

export interface Slot {
  readonly role: Role | null;
  /** The key of the value; null in a list. */
  readonly key: ScalarNode | null;
  /** Something in the same map speaks of models, so that what else it holds does too. */
  readonly amongModels: boolean;
  /** The key around it that is a vendor's name, or that says of what it lists that they are keys. */
  readonly owner?: ScalarNode | null;
  /** Takes names that count only if the tree says nothing better. */
  readonly later?: (node: ScalarNode, spot: Spot) => void;
}

/** A variable's name stands for its value wherever it is used. */
export function bind(
  reading: Reading,
  node: ScalarNode,
  spot: Spot,
  slot: Slot,
  range: Range = { start: 0, end: node.value.length },
): void {
  const to = node.value.slice(range.start, range.end).trim();
  for (const from of boundNames(reading, spot, slot)) sightEdge(reading, node, spot, { from, relation: 'alias', to, range });
}

function boundNames({ naming }: Reading, { route }: Spot, { key }: Slot): readonly string[] {
  return [
    ...new Set([...(key && (isConstant(key.value) || /^TF_VAR_/.test(key.value)) ? [`env:${key.value}`] : []), ...naming.binds(route)]),
  ];
}

/** A name that stands for another one, in a language that names values: nothing is told, but where to look. */
export function bindVariable(reading: Reading, node: ScalarNode, spot: Spot): void {
  const from = reading.naming.binds(spot.route);
  const [first, ...more] = from.length > 0 ? variablesIn(node.value) : [];
  if (!first || more.length > 0 || first.end - first.start < node.value.trim().length) return;
  const to = reading.naming.refers(first.name) ?? `env:${first.name}`;
  for (const one of from) sightEdge(reading, node, spot, { from: one, relation: 'alias', to });
}

export function readComputed(reading: Reading, node: ScalarNode, spot: Spot, slot: Slot): void {
  const { value } = node;
  const variables = variablesIn(value);
  const whole = variables.length === 1 && value.trim().length === (variables[0]?.end ?? 0) - (variables[0]?.start ?? 0);
  for (const range of [...fallbacks(variables), ...templateDefaults(value)]) readDefault(reading, node, spot, { slot, range });
  const [first] = variables;
  // What a script is called with has no name elsewhere.
  if (whole && first && !/^\d/.test(first.name)) {
    const isOpen = !first.fallback && templateDefaults(value).length === 0;
    const name = isOpen ? value.trim() : `\${${first.name}}`;
    // Beside an address the default says enough; without one, what the variable is set to may say more.
    if (isOpen || !spot.endpoint) sightModel(reading, node, spot, { name, partial: true });
    const to = reading.naming.refers(first.name) ?? `env:${first.name}`;
    for (const from of [name, ...boundNames(reading, spot, slot)]) sightEdge(reading, node, spot, { from, relation: 'alias', to });
    return;
  }
  const name = starred(value, variables);
  if (isModelLike(name) && /[A-Za-z]{2}/.test(name.replaceAll('*', '')))
    sightModel(reading, node, spot, { name, partial: !isPlaced(name) });
}

/** An ARN says by itself that it is a model's, whatever its key. */
export function readArn(reading: Reading, node: ScalarNode, spot: Spot): void {
  const name = starred(node.value, variablesIn(node.value));
  if (MODEL_ARN.test(name)) sightModel(reading, node, spot, { name, partial: !isPlaced(name) });
}

const MODEL_ARN = /:(?:foundation-model|(?:application-)?inference-profile|provisioned-model|imported-model|custom-model)\//;

export function fallbacks(variables: readonly Variable[]): readonly Range[] {
  return variables.flatMap(({ fallback }) => (fallback ? [fallback] : []));
}

interface Default {
  readonly slot: Slot;
  readonly range: Range;
}

export function readDefault(reading: Reading, node: ScalarNode, spot: Spot, { slot, range }: Default): void {
  const text = node.value.slice(range.start, range.end).trim();
  const inner = { ...spot, context: 'default' as const };
  if (isUrl(text)) sightEndpoint(reading, node, inner, range);
  else if (isModelLike(text) && !isEmpty(text)) {
    sightModel(reading, node, inner, { range });
    bind(reading, node, inner, slot, range);
  } else passOn(reading, node, inner, { slot, range });
}

/** `ONE=${ONE:-$OTHER}`: what the other holds, it stands for as well. */
function passOn(reading: Reading, node: ScalarNode, spot: Spot, { slot, range }: Default): void {
  const [, other] = /^\$([A-Za-z_]\w{0,100})$/.exec(node.value.slice(range.start, range.end).trim()) ?? [];
  if (other === undefined) return;
  for (const from of boundNames(reading, spot, slot))
    sightEdge(reading, node, spot, { from, relation: 'alias', to: `env:${other}`, range });
}

/** The name with `*` where something is computed. */
function starred(value: string, variables: readonly Variable[]): string {
  let name = '';
  let done = 0;
  for (const { start, end } of variables) {
    name += `${value.slice(done, start)}*`;
    done = end;
  }
  return (name + value.slice(done)).trim().replace(/\{\{[^{}]{0,300}\}\}|\$\([^()]{0,300}\)/g, '*');
}
