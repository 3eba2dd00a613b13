// How weights relate to those that the vendor published, from the owner and from what is added to the family's name.
import type { Party, Provenance } from '../model.ts';
import type { Known } from './identify-known.ts';
import type { NameMatch, OwnerMatch } from './names.ts';
import type { Peeled } from './names-peel.ts';

/** Formats, sizes, dates and training stages: parts that a re-packed name may add without being another model. */
const NEUTRAL =
  /^(?:gguf|ggml|awq|gptq|exl[23]|mlx|mlc|onnx|ov|openvino|bnb|unsloth|int[248]|w\da\d{1,2}|fp(?:4|8|16|32)|bf16|f16|f32|nvfp4|mxfp[48]|q\d(?:[fk]\w{0,6})?|k|m|s|xl|xs|ud|i1|imatrix|[2-8]-?bits?|4bit|8bit|dynamic|static|pertensor|quantized|quant|mixed|ar|autoround|dwq|hf|pytorch|diffusers|safetensors|ascend|marlin|g(?:32|64|128)|tee|instruct|chat|base|it|thinking|\d{4}|\d{6,8}|\d[\d.]{0,4}[bmt]|a\d[\d.]{0,4}b|v?\d[\d.]{0,5}|preview|exp|latest|turbo|fast|flash|free|\d{1,4}k|1m|lite|original|cpu|gpu|cuda|generic|npu|qnn|trt|vllm|sglang)$/;

export function ownerOf(known: Known, name: string): OwnerMatch | null {
  const own = known.names.owner(name);
  if (own !== null) return own;
  const found = known.organisation(null, name);
  if (found === null || found.organisation.role === 'mirror') return null;
  const { family, role } = found.organisation;
  return {
    vendor: found.vendor,
    owner: { name: name.toLowerCase(), family, certainty: role === 'repack' ? 'weak' : 'strong' },
    fact: found.fact,
  };
}

export function provenanceOf(
  known: Known,
  peeled: Peeled,
  match: NameMatch,
): { readonly provenance: Provenance; readonly publisher: Party | null } {
  const own = peeled.owner === null ? null : ownerOf(known, peeled.owner);
  const stranger = peeled.owner !== null && own === null && !hostsOthers(known, peeled);
  const publisher = peeled.owner !== null && !peeled.local && !hostsOthers(known, peeled) ? publisherOf(known, peeled.owner) : null;
  if (known.publisher(peeled.owner ?? '')?.publisher.role === 'random' || peeled.name.includes('tiny-random'))
    return { provenance: 'architecture-only', publisher };
  if (peeled.name.includes('distill')) return { provenance: 'distilled', publisher };
  if (match.derived) return { provenance: own === null ? 'derivative' : 'first-party', publisher };
  if (!stranger || peeled.local)
    return {
      provenance: own !== null && own.vendor !== match.vendor && !own.owner.name.includes(match.vendor) ? 'repack' : 'first-party',
      publisher,
    };
  const role = known.publisher(peeled.owner ?? '')?.publisher.role;
  if (role === 'repack' || role === 'mirror')
    return { provenance: isPlain(peeled.name) || role === 'mirror' ? 'repack' : 'derivative', publisher };
  return { provenance: isPlain(peeled.name) && role !== 'finetune' ? 'repack' : 'derivative', publisher };
}

/** On a gateway the word before the slash may be another host (`novita/kimi-k2.5`), which publishes nothing. */
function hostsOthers(known: Known, { owner, platform }: Peeled): boolean {
  return (
    owner !== null &&
    platform !== null &&
    !['hub', 'local'].includes(platform.facts.kind) &&
    known.organisation(null, owner) === null &&
    known.publisher(owner) === null
  );
}

/** Nothing is added to the family's own words but formats, sizes and dates. */
function isPlain(name: string): boolean {
  const parts = name.split(/[-_.]/).slice(1);
  return parts.every(
    (part) =>
      NEUTRAL.test(part) ||
      /^(?:vl|coder|omni|math|embedding|reranker|next|r1|v\d[\d.]{0,4}|k\d[\d.]{0,4}|m\d[\d.]{0,4}|qwen[\d.]{0,4}|distill|llama|terminus|code|pro|max|plus|audio|image|ocr|prover|vision|dev|linear)$/.test(
        part,
      ),
  );
}

export function publisherOf(known: Known, owner: string): Party {
  const vendor = known.organisation(null, owner)?.vendor ?? known.names.owner(owner)?.vendor;
  return (vendor === undefined ? null : known.entity(vendor)) ?? { id: owner.toLowerCase(), name: owner, jurisdiction: null };
}
