// How a route leads to a name: the arrows that are written where the name stands.
import type { Edge, Subject } from '../model.ts';
import { stepOf } from './graph.ts';
import { placeOf } from './reference.ts';

/** A gateway may fall back to one name from each of its own; a few of them show the way. */
const MOST = 3;

/** Puts the fallbacks that open a route before what is known of its end, and leaves its start alone where the end is told in the same file. */
export function waysOf(edges: readonly Edge[]): (subject: Subject) => readonly Subject[] {
  const ways = new Map<string, Edge[]>();
  for (const edge of edges) {
    if (edge.relation !== 'fallback' || !edge.evidence.region) continue;
    const known = ways.get(placeOf(edge));
    if (!known) ways.set(placeOf(edge), [edge]);
    else if (known.length < MOST) known.push(edge);
  }
  return (subject) => {
    const { reference, lineage } = subject;
    if (lineage[0]?.relation === 'fallback') return isToldThere(subject) ? [] : [subject];
    const steps = (reference.kind === 'model' ? (ways.get(placeOf(reference)) ?? []) : []).map(stepOf);
    return [steps.length > 0 ? { ...subject, lineage: [...steps, ...lineage] } : subject];
  };
}

/** `model: one` above `fallbacks: [other]`: the other is a statement of its own. */
function isToldThere({ reference: { evidence }, lineage: [first] }: Subject): boolean {
  const there = first?.evidence;
  return there?.path === evidence.path && placeOf({ evidence: there }) !== placeOf({ evidence });
}
