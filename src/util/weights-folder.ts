// Where projects keep weights that they have fetched, written without `./`.

/** Below it stands a file of weights, a directory of a directory, or a name in a vendor's own case: what services serve as `models/…` is none of these. */
const FOLDER =
  /^(?:models?|weights|checkpoints?|ckpts?|pretrained(?:[_-]models?)?)\/(?:.{0,200}[A-Z]|[^/]{1,200}\/[^/]{1,200}\/|.{1,200}\.(?:gguf|ggml|safetensors)$)/;

/** `kind` is that of the platform that is asked, if any: where a service is asked, `models/…` is its own word. */
export function isBelowWeights(name: string, kind: string = 'hub'): boolean {
  return FOLDER.test(name) && (kind === 'hub' || kind === 'local');
}
