// Images that keep weights: some are called after their model, some keep many and tell one by its tag.

const KEPT =
  /(?:^|\/)(?:modelcars?|model-?cars?-catalog|model-catalog|models|llms|weights):(?:[\w.]{1,60}--)?([\w.-]{2,128}?)(?:-modelcar)?$/i;
const REGISTRY = /^[\w-]{1,60}(?:\.[\w-]{1,60}){1,6}(?::\d{1,5})?\/(?=[\w./-]{1,160}:[\w.-]{2,128}$)/;

/** `quay.io/owner/modelcar-catalog:name`, `registry/models:owner--name-modelcar`: the name. */
export function keptIn(text: string): string | null {
  return KEPT.exec(text)?.[1] ?? null;
}

/** An image in a registry whose tag is such a name. */
export function isKept(text: string): boolean {
  return REGISTRY.test(text) && KEPT.test(text);
}
