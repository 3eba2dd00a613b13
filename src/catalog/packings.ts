// How weights are named once somebody has packed them anew: what was added to the name, and whose name it was before.

/** How a file or repository is packed, at the end of its name: format, precision, shard, the packer's method. */
const PACKING =
  /[-_.](?:gguf|ggml|awq|gptq|exl[23]|mlx|mlc|onnx|ov|bnb|nvfp4|mxfp[48]|nf4|fp4|[bf]p?(?:8|16|32)|int[48]|[2-8]-?bits?|\d(?:[._]\d{1,2})?bpw|w[48]a(?:8|16)|i?q\d(?:_[a-z0-9]{1,3}){0,3}|q4f16(?:_1)?|g(?:s?32|s?64|128)|i1|imat(?:rix)?|ud|unsloth|dynamic|static|quantized|autoround|dwq|qat|hf|safetensors|\d{5}-of-\d{5})$/;
const MOST_PACKINGS = 8;

/** Re-packers put the original owner before the name: `Org_Model`, `Org.Model`; tools that write results, `Org__Model`. */
const OWNED = /^([a-z0-9-]{2,40})(?:__|[_.])([a-z0-9].{0,120})$/;

export interface Packed {
  /** What the name may have been before, surest first; with its owner where that is written. */
  readonly names: readonly string[];
  /** A known re-packer publishes it, who makes no models of his own. */
  readonly repacked: boolean;
}

const NONE: Packed = { names: [], repacked: false };

/**
 * The owner must be unknown or a re-packer, unless the name itself says that it is packed: somebody else's model of the same name
 * may be another model. `name` is lower case.
 */
export function unpacked(name: string, repackers: ReadonlySet<string>): Packed {
  const slash = name.lastIndexOf('/');
  const written = name.slice(slash + 1);
  const bare = withoutPacking(written);
  const owner = name.slice(0, Math.max(0, slash)).split('/').at(-1) ?? '';
  const repacked = repackers.has(owner);
  if (slash >= 0 && bare === written && !repacked) return NONE;
  const [, before, rest] = OWNED.exec(bare) ?? [];
  const own = owner !== '' && !repacked ? [`${owner}/${bare}`] : [];
  return { names: before === undefined || rest === undefined ? [...own, bare] : [...own, `${before}/${rest}`, bare, rest], repacked };
}

function withoutPacking(written: string): string {
  let bare = written;
  for (let step = 0; step < MOST_PACKINGS && PACKING.test(bare); step++) bare = bare.replace(PACKING, '');
  return bare;
}

/** The part of a packed name that stands behind the original owner's. */
export function behindOwner(bare: string): string | null {
  return OWNED.exec(bare)?.[2] ?? null;
}
