// What a value looks like, told from the value alone.

const ID = /^[\w@~.:/+\-#*=|[\]]{2,200}$/;
const CODE_FILE =
  /\.(?:py|pyi|ipynb|[cm]?[jt]sx?|json[c5l]?|ya?ml|toml|md|mdx|rst|txt|html?|css|scss|png|jpe?g|gif|svg|webp|ico|mp[34]|wav|pdf|sh|bash|go|rs|java|kt|rb|php|cs|c|cc|cpp|h|hpp|lock|log|csv|tsv|parquet|xml|zip|tar|gz|whl|patch|diff|conf|cfg|ini|env|sql|db|proto|ftl|po|vue|svelte|lua|nix|el|j2|jinja2?|tmpl|tpl)$/i;

/** Modules of a Python application, as its server is told of them: `project.settings`, `project.wsgi:application`. */
const MODULE = /^[a-z_]\w{0,80}(?:\.[a-z_]\w{0,80}){0,4}\.(?:settings|wsgi|asgi|urls|celery|apps|views)(?:[.:][A-Za-z_]\w{0,60})?$/;

/** `Dockerfile.name`, `docker/Dockerfile-name`: how something is built. */
const RECIPE = /(?:^|\/)(?:Docker|Container|Make|Jenkins)file[.-][\w.-]{1,100}$/i;

/** A name without blanks that could be a model's: `org/name:tag`, `vendor.model-v1:0`, `@cf/org/name`. No mail, no folder that is hidden (`Samples~/`). */
export function isModelLike(value: string): boolean {
  return (
    ID.test(value) &&
    /[A-Za-z]/.test(value) &&
    !isUrl(value) &&
    !CODE_FILE.test(value) &&
    !MODULE.test(value) &&
    !RECIPE.test(value) &&
    !isOpaque(value) &&
    !/^[^@\s]+@[\w-]+\.\w|^[\w.-]+~\//.test(value)
  );
}

/** Stricter, for a value whose key says nothing: no paths from a root, no versions, no sentences joined by underscores. */
export function isPlainlyModelLike(value: string): boolean {
  return isModelLike(value) && value.length <= 120 && HAS_PARTS.test(value) && !NO_NAME.test(value);
}

/** Paths, hidden folders, versions; how somebody signs in (`vendor-oauth`), keys of what weights say of themselves
 * (`arch2.rope.freq_base`), headers (`X-Vendor-Auth`). */
const NO_NAME =
  /^(?:\.{0,2}\/|\.[a-z]|~|\d+(?:\.\d+)*$)|[=|#]|[-_]oauth2?$|^[a-z]\w{1,20}\.(?:[a-z]{2,20}\.){0,2}[a-z]{2,20}(?:_[a-z]{1,20}){1,5}$|^X(?:-[A-Z][A-Za-z]{1,20}){2,4}$/;

/** A bare word may be anything: a theme, a team, a container. */
const HAS_PARTS = /[\d/:.-]/;

/** A hash or an encoded blob: long, and without the separators of a name. */
function isOpaque(value: string): boolean {
  return /^[0-9a-f]{32,}$/i.test(value) || /[A-Za-z0-9+/=]{60,}/.test(value);
}

const URL = /^[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>`]{1,2000}$/i;
const WEB = /^(?:https?|wss?|grpcs?):\/\//i;

export function isUrl(value: string): boolean {
  return URL.test(value) && WEB.test(value) && !/[,;|]https?:\/\//i.test(value);
}

/** A host with an optional port and path, without a scheme. */
export function isHost(value: string): boolean {
  return (
    !value.startsWith('os.environ/') &&
    /^(?:[\w*{}-]{1,63}\.){1,8}[a-z]{2,24}(?::\d{1,5})?(?:\/[^\s"'<>`]{0,500})?$/i.test(value) &&
    !CODE_FILE.test(value)
  );
}

/** A host that nothing but an address is written like: a key of settings may have dots, too. */
export function isDomain(value: string): boolean {
  return /^(?:https?:\/\/)?(?:[\w*-]{1,63}\.){1,6}(?:com|cn|ai|io|net|org|chat|dev)(?:[:/][^\s]{0,200})?$/i.test(value);
}

const STORE =
  /^(?:hf|hf-mirror|huggingface|hfhub|ollama|oci|docker|s3|gs|gcs|oss|obs|cos|tos|az|abfss?|wasbs?|azureml|pvc|pvc-ro|host|nfs|hdfs|minio|modelscope|ms|ngc|file|dbfs|models|mlflow-artifacts|jumpstart|lmstudio|ramalama|gguf|kaggle):\/\/[^\s"'<>`]{1,1000}$/i;

/** The address of weights in a store, not of a server. */
export function isStored(value: string): boolean {
  return STORE.test(value);
}

/** An ARN of which only the partition, the region or the account is computed names its model all the same. */
export function isPlaced(name: string): boolean {
  return /^arn:[\w*:-]{1,200}:[a-z-]{3,40}\/[^*\s]{3,200}$/.test(name);
}

/** Its own store: a volume, a bucket, a directory, whose name its owner chose. */
export function isOwnStore(value: string): boolean {
  return /^(?:pvc(?:-ro)?|s3|gs|gcs|oss|obs|cos|tos|az|abfss?|wasbs?|file|host|nfs|hdfs|minio|dbfs):\/\//i.test(value);
}

/** The path of a file of weights, also as Windows writes it. */
export function isWeights(value: string): boolean {
  return /^[\w@~.+()/\\:-]{1,250}\.(?:safetensors|gguf|ggml|ckpt|pth?|bin|onnx)$/i.test(value) && !value.includes('://');
}

/** In a hub's cache, which joins owner and name: `/cache/hub/models--acme--Acme-8B/snapshots/...`. */
export function isCached(path: string): boolean {
  return /(?:^|\/)models--[\w.-]{2,60}--[\w.-]{3,100}/.test(path);
}

/** From a root, from here or from a home directory, as a shell or Windows writes it. */
export function isLocalPath(value: string): boolean {
  return /^(?:(?:~|\.{1,2}|\$\{?\w{1,60}\}?)?\/|[A-Za-z]:[\\/]|file:)/.test(value);
}

const MODEL_FOLDER =
  /\/(?:[\w.-]{0,30}[-_.])?(?:models?|weights|checkpoints?|ckpts?|pretrained|hf|hub|huggingface|hugging_?face|modelscope|llms?|gguf)(?:[-_.][\w.-]{1,30})?\//i;
/** What a program has written is its own. */
const OWN_FOLDER = /\/(?:outputs?|results?|logs?|runs?|exps?|experiments?|saves?|wandb|static|assets|public|images?|api)\//i;
const SIZE = /[-_.]\d{1,4}(?:[._]\d{1,2})?[bB](?:[-_.]|$)/;

/** A directory with weights, by its path from a root: it lies in a folder for models, or has its publisher's name with a size. */
export function isModelPath(value: string): boolean {
  if (!/^(?:~|\.{1,2}|\$\{?\w{1,40}\}?|[A-Za-z]:)?[/\\][\w@.+ /\\-]{4,250}$/.test(value) || CODE_FILE.test(value)) return false;
  const path = value.replaceAll('\\', '/').replace(/\/+$/, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!/^[A-Za-z][\w.]{0,60}[-_.][\w.-]{0,80}$/.test(name) || !/\d/.test(name)) return false;
  return !OWN_FOLDER.test(path) && (MODEL_FOLDER.test(path) || (SIZE.test(name) && /[A-Z]/.test(name)));
}

export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WEB_URLS = /(?:https?|wss?):\/\/[^\s"'`<>\\^|]{3,2000}/gi;

/** The web addresses in a text, without the punctuation that closes a sentence or a Markdown link. */
export function urlsIn(text: string): readonly Piece[] {
  if (!text.includes('://')) return [];
  return Array.from(text.matchAll(WEB_URLS), ({ 0: found, index }) => piecesOf(found, index)).flat();
}

/** `https://one;https://other`: settings list addresses without blanks. */
function piecesOf(found: string, index: number): readonly Piece[] {
  let start = index;
  return found.split(/[,;|](?=(?:https?|wss?):\/\/)/i).map((part) => {
    const text = trimUrl(inSentence(part));
    const piece = { text, start, end: start + text.length };
    start += part.length + 1;
    return piece;
  });
}

/** Sentences without blanks go on behind a link, or behind a mark that no address has. */
const GOES_ON = /[，。；：！？（）、【】「」《》]|\)(?=[\u0080-\uffff])/;

function inSentence(url: string): string {
  const end = GOES_ON.exec(url)?.index ?? url.length;
  return url[end] === ')' && url.slice(0, end).includes('(') ? url : url.slice(0, end);
}

function trimUrl(url: string): string {
  let end = url.length;
  for (;;) {
    const last = url[end - 1] ?? '';
    const unmatched =
      (last === ')' && !url.slice(0, end).includes('(')) || (last === ']' && !url.slice(0, end).includes('[')) || last === '}';
    if (!/[.,;:!?*]/.test(last) && !(unmatched && !/[{(]/.test(url.slice(0, end)))) return url.slice(0, end);
    end--;
  }
}

/** Words that stand where a model's name would and say that there is none. */
export function isEmpty(value: string): boolean {
  return /^(?:|none|null|nil|auto|default|true|false|yes|no|on|off|n\/a|tbd|todo|-|\*|(?:put|insert|enter|add|set|use)?[-_]?your[-_].{0,80}|<(?!<).{0,80}>)$/i.test(
    value.trim(),
  );
}
