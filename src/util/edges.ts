// The edges of a graph in three arrays, which hold a million of them in a few megabytes.

export interface Edges {
  /** The targets of node `n` are `targets[starts[n]]` up to `targets[starts[n + 1]]`. */
  readonly starts: Int32Array;
  readonly targets: Int32Array;
  /** For each target a number that says what it is needed for; of several that were given, the least. */
  readonly needs: Uint8Array;
}

/** `ends`: three numbers an edge, from, to and need. */
export function packed(ends: readonly number[], size: number): Edges {
  const starts = new Int32Array(size + 1);
  for (let at = 0; at < ends.length; at += 3) add(starts, (ends[at] ?? 0) + 1, 1);
  for (let node = 0; node < size; node++) add(starts, node + 1, starts[node] ?? 0);
  const targets = new Int32Array(ends.length / 3);
  const needs = new Uint8Array(targets.length);
  const next = starts.slice();
  for (let at = 0; at < ends.length; at += 3) {
    const slot = add(next, ends[at] ?? 0, 1);
    targets[slot] = ends[at + 1] ?? 0;
    needs[slot] = ends[at + 2] ?? 0;
  }
  return withoutRepeats({ starts, targets, needs });
}

/** A package may name another among several groups of needs; that is one way to it. */
function withoutRepeats({ starts, targets, needs }: Edges): Edges {
  const size = starts.length - 1;
  const metAt = new Int32Array(size).fill(-1);
  const firsts = new Int32Array(size + 1);
  let kept = 0;
  for (let node = 0; node < size; node++) {
    const first = kept;
    for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at++) {
      const [target, need] = [targets[at] ?? 0, needs[at] ?? 0];
      const before = metAt[target] ?? -1;
      // Slots from `first` on are this node's own.
      if (before >= first) {
        needs[before] = Math.min(needs[before] ?? 0, need);
        continue;
      }
      metAt[target] = kept;
      targets[kept] = target;
      needs[kept++] = need;
    }
    firsts[node + 1] = kept;
  }
  return { starts: firsts, targets: targets.slice(0, kept), needs: needs.slice(0, kept) };
}

/** Adds to one number of many and says what it was before. */
function add(numbers: Int32Array, index: number, amount: number): number {
  const before = numbers[index] ?? 0;
  numbers[index] = before + amount;
  return before;
}
