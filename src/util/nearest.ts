// The word that somebody meant.

const FARTHEST = 3;

/** The option that the fewest edits turn the word into; null if none is near. */
export function nearest(word: string, options: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.min(FARTHEST, Math.floor(word.length / 2)) + 1;
  for (const option of options) {
    const edits = distance(word.toLowerCase(), option.toLowerCase());
    if (edits < least) [best, least] = [option, edits];
  }
  return best;
}

/** Insertions, deletions, replacements and exchanges of neighbours. */
function distance(left: string, right: string): number {
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1];
      const edits = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      next.push(swapped ? Math.min(edits, (before[j - 2] ?? 0) + 1) : edits);
    }
    [before, row] = [row, next];
  }
  return row[right.length] ?? 0;
}
