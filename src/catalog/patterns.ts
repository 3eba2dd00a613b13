// Which regular expressions facts may hold: none whose time grows faster than the text it reads.
const LONGEST_PATTERN = 2000;
const LARGEST_COUNT = 250;
/** A repetition within so few repetitions is a polynomial of a low degree over a short text. */
const FEW = 3;

interface Quantifier {
  readonly text: string;
  readonly minimum: number;
  readonly maximum: number;
}

/** Why a pattern is refused, or null. */
export function patternProblem(pattern: string): string | null {
  if (pattern.length > LONGEST_PATTERN) return `longer than ${LONGEST_PATTERN} characters`;
  try {
    new RegExp(`^(?:${pattern})$`, 'i');
  } catch (error) {
    return `not a regular expression (${error instanceof Error ? error.message : String(error)})`;
  }
  if (/\\[1-9]|\\k</.test(pattern)) return 'a back reference';
  return quantifierProblem(pattern);
}

/** Walks the pattern once, with a stack of groups that remember whether something inside repeats a varying number of times. */
function quantifierProblem(pattern: string): string | null {
  const stack: boolean[] = [];
  let varies = false;
  for (let at = 0; at < pattern.length; ) {
    const atom = atomAt(pattern, at);
    at += atom.length;
    if (atom === '(') {
      stack.push(varies);
      varies = false;
      at += /^\?(?::|=|!|<=|<!|<[^>]{1,40}>)/.exec(pattern.slice(at))?.[0].length ?? 0;
      continue;
    }
    const inside = atom === ')' && varies;
    if (atom === ')') varies = (stack.pop() ?? false) || varies;
    const quantifier = quantifierAt(pattern, at);
    if (!quantifier) continue;
    at += quantifier.text.length;
    const problem = countProblem(quantifier, inside);
    if (problem) return problem;
    if (quantifier.maximum > 1 && quantifier.minimum !== quantifier.maximum) varies = true;
  }
  return null;
}

function countProblem({ text, maximum }: Quantifier, inside: boolean): string | null {
  if (maximum === Number.POSITIVE_INFINITY) return `an unbounded \`${text}\``;
  if (maximum > LARGEST_COUNT) return `a count above ${LARGEST_COUNT} in \`${text}\``;
  return inside && maximum > FEW ? `a repetition within a repetition before \`${text}\`` : null;
}

/** An escape, a class, or one character. */
function atomAt(pattern: string, at: number): string {
  const rest = pattern.slice(at);
  return /^\\(?:[pP]\{[^}]{1,40}\}|u\{[^}]{1,8}\}|[\s\S])|^\[(?:\\[\s\S]|[^\]\\])*\]/.exec(rest)?.[0] ?? rest.charAt(0);
}

function quantifierAt(pattern: string, at: number): Quantifier | null {
  const match = /^(?:[*+?]|\{(\d{1,6})(,(\d{0,6}))?\})\??/.exec(pattern.slice(at));
  if (!match) return null;
  const [text, low, comma, high] = match;
  if (low !== undefined) {
    const minimum = Number(low);
    return { text, minimum, maximum: comma === undefined ? minimum : high ? Number(high) : Number.POSITIVE_INFINITY };
  }
  return { text, minimum: text.startsWith('+') ? 1 : 0, maximum: text.startsWith('?') ? 1 : Number.POSITIVE_INFINITY };
}
