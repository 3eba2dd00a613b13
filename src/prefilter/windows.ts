// Which bytes of a literal are looked for first: the rarest, by how often bytes occur in source code.

/** Bytes from frequent to rare; the n-th is taken to be as frequent as 1 / n. What is not named is rarer than all. */
const FREQUENT = ' etaonirsld\ncup_mfhg.,()"/-y=b*0vkx:;1w\'\t>{}2j34[]#<q85z679`$&+@\\|!%?';

const frequency = new Float64Array(256).fill(1 / 2000);
for (const [rank, character] of [...FREQUENT].entries()) frequency[character.charCodeAt(0)] = 1 / ((rank + 4) * 3.2);

export function frequencyOf(byte: number): number {
  return frequency[byte] ?? 0;
}

/** The offset of the rarest window of `width` bytes, judged by the sum over its grams of `gram` bytes. */
export function rarestWindow(literal: Uint8Array, width: number, gram: number): number {
  let best = 0;
  let lowest = Infinity;
  for (let at = 0; at + width <= literal.length; at++) {
    let cost = 0;
    for (let start = at; start + gram <= at + width; start++) cost += chance(literal, start, gram);
    if (cost < lowest) {
      lowest = cost;
      best = at;
    }
  }
  return best;
}

function chance(literal: Uint8Array, at: number, length: number): number {
  let product = 1;
  for (let k = at; k < at + length; k++) product *= frequencyOf(literal[k] ?? 0);
  return product;
}
