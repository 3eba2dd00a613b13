// The bundled table, followed upwards: a derivative's parents, their parents, to the root that somebody published.
import type { DerivativeFacts } from '../catalog/facts.ts';
import type { LineageStep, Relation } from '../model.ts';

const LONGEST_ANCESTRY = 8;

export type Derivatives = (name: string) => DerivativeFacts | null;

/** The arrows from a name to its root, as the table knows them; empty for a name without an entry. A merge follows its first parent and names the others. */
export function ancestry(name: string, derivatives: Derivatives): LineageStep[] {
  const steps: LineageStep[] = [];
  const seen = new Set<string>();
  let current = name;
  while (steps.length < LONGEST_ANCESTRY && !seen.has(current.toLowerCase())) {
    seen.add(current.toLowerCase());
    const fact = derivatives(current);
    if (!fact || fact.not) break;
    const [first, ...others] = parentsOf(fact, current);
    if (!first) break;
    steps.push(first, ...others);
    current = first.to;
  }
  return steps;
}

function parentsOf(fact: DerivativeFacts, name: string): LineageStep[] {
  const arrow = (relation: Relation) => (to: string) =>
    ({ from: name, relation, to, attestedBy: 'catalog', evidence: null, source: fact.source }) satisfies LineageStep;
  const { parents, teachers = [] } = fact;
  // Beside a teacher, a parent is whose weights the training started from.
  const made = fact.relation === 'distilled' && teachers.length > 0 ? 'finetune' : fact.relation;
  return [...parents.map(arrow(made)), ...teachers.map(arrow('distilled'))];
}
