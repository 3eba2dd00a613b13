// What a key says about its value. Keys are compared by their words, so that `base_url`, `baseURL` and `BASE-URL` are one.

export type Role = 'model' | 'endpoint' | 'provider' | 'credential';

/** The lower-cased words of a name: `openAiBaseURL` gives `open ai base url`. */
export function wordsOf(name: string): string {
  return (name.slice(0, 200).match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).join(' ').toLowerCase();
}

const PROVIDER = /(?:^| )(?:providers?|provider (?:id|name|type)|vendor|platform|npm|selected (?:auth )?type)$/;
const NO_PROVIDER =
  /(?:cloud|identity|auth|storage|data|sms|e?mail(?:er)?|smtp|push|notif(?:y|ications?|ier)|messag(?:e|ing)|telephony|map|geo|payments?|billing|captcha|calendar|dns|cdn|cache|queue|database|db|log(?:ging)?|metrics|tracing|service|oauth|oidc|saml|sso|login|token|credentials?) (?:provider|vendor|platform)|^(?:target|build|host)? ?platform$/;
const CREDENTIAL =
  /(?:^| )(?:api ?keys?|\w{0,40}apikeys?|(?:access|secret|auth|authentication|private|subscription|master|env) key|api secret|(?:auth|access|api|bearer|secret|hf|hub) token|token|secret|authorization|api key env(?: var)?|env key|key env)$/;
const MODEL =
  /(?:^| )(?:models?|llms?|llms? (?:names?|paths?|name or path|repo)|models? (?:names?|ids?|paths?|uri|url|repo|repository|slug|tag|refs?|names?|lists?|default|primary|arn|key|id or path|name or path|source|alias)|model (?:dir|directory|folder)|deployments?(?: name| id)?|(?:hf|hub|hugging ?face) (?:repo|model)(?: id)?|repo id|(?:llm|embd|rerank) id|storage uri|(?:pretrained|partial pretrain)(?: checkpoint)?|(?:checkpoint|ckpt)(?: (?:paths?|name|file))?|embedder|re ?ranker|fallbacks|tokenizer|tokenizer name(?: or path)?|inference profile(?: id| arn)?)$/;
const NO_MODEL =
  /^(?:is|has|are) |^(?:push to |export )?hub model id$|^tiktoken model|^(?:output|saved?) model|(?:data|view|domain|car|device|phone|object|pricing|permission|threat|table|db|database|content|user|product|license|licence) models?$|^kubernetes deployment/;
const ENDPOINT =
  /(?:^| )(?:(?:api |open ai |server |service )?(?:base )?(?:urls?|uri|endpoints?|hosts?)|api base|base ?(?:url|path|uri)|baseurl|apibase|hostname|domain|server|gateway|proxy pass|api base urls?|(?:url|uri) base|target|upstream|destination|address)$/;
/** Servers that answer no prompt: of mail, of databases, of queues. */
const NO_ENDPOINT =
  /(?:^| )(?:smtp|imap|pop3|e?mail(?:er)?|redis|valkey|memcached?|postgres(?:ql)?|pg|mysql|maria ?db|mongo(?:db)?|sql|database|db|sqlite|rabbitmq|amqp|kafka|nats|clickhouse|elastic(?:search)?|minio|s3|sentry|ldap|sms|searxng?|tavily|firecrawl|qdrant|weaviate|milvus|chroma(?:db)?|neo4j|langfuse|otel|otlp|prometheus|grafana|jaeger|tika) (?:\w+ ){0,2}(?:urls?|uri|hosts?|hostname|server|endpoints?|address|domain)$/;
const CONSTANT_KEY = /^[A-Z][A-Z0-9]*_(?:[A-Z0-9]+_)*(?:KEY|TOKEN|SECRET)S?$/;

/** What is said where a key is not there or not taken: an error's name, a message's. */
const COMPLAINS = /^(?:invalid|missing|wrong|incorrect|expired|malformed|unauthori[sz]ed|no|has|is|needs?|requires?)[ _]/i;

const known = new Map<string, Role | null>();
const MOST_KNOWN = 20_000;

export function roleOf(name: string): Role | null {
  const remembered = known.get(name);
  if (remembered !== undefined) return remembered;
  const role = decide(name);
  if (known.size < MOST_KNOWN) known.set(name, role);
  return role;
}

/** Part of every word that tells a role. Most keys of data hold none, and are seen once. */
const HINT =
  /key|token|secret|auth|provider|vendor|platform|npm|type|model|llm|embd|rerank|deploy|repo|storage|pretrain|checkpoint|ckpt|embedder|ranker|fallback|inference|ur[li]|endpoint|host|base|domain|server|gateway|proxy|target|upstream|destination|address/i;

function decide(name: string): Role | null {
  if (!HINT.test(name)) return null;
  if (CONSTANT_KEY.test(name) && !COMPLAINS.test(name) && !/PUBLIC_KEY$|MAX_TOKEN|PRIMARY_KEY$|_PER_(?:\w{1,20}_)?TOKEN$/.test(name))
    return 'credential';
  const words = wordsOf(name);
  if (
    CREDENTIAL.test(words) &&
    !COMPLAINS.test(words) &&
    !/(?:max|stop|pad|eos|bos|special|unk|num|csrf|next|per|per (?:input|output|completion|prompt|cached)) token$/.test(words)
  )
    return 'credential';
  if (PROVIDER.test(words)) return NO_PROVIDER.test(words) ? null : 'provider';
  if (MODEL.test(words) && !/^(?:view|id)$/.test(words)) return NO_MODEL.test(words) ? null : 'model';
  return ENDPOINT.test(words) && !NO_ENDPOINT.test(words) ? 'endpoint' : null;
}

/** The words of a key that say whose it is: `acme` of `ACME_BASE_URL` and of `acmeApiKey`; empty where none do. */
export function stemOf(name: string): string {
  const words = wordsOf(name).split(' ');
  return words.filter((word) => !ROLE_WORDS.has(word)).join(' ');
}

const ROLE_WORDS = new Set(
  `model models name names id ids path uri url urls base api apikey key keys token secret auth access endpoint endpoints host hosts
  hostname server default primary llm llms ai chat provider small fast large big weak strong embedding embeddings embed rerank reranker
  text completion completions vite next public expo react app input main code coder agent fallback reasoning thinking vision list of
  deployment open service opus sonnet haiku subagent custom compatible client v1`.split(/\s+/),
);

/** Keys whose value is the thing itself where the key outside has a role: `model: { name: ... }`, `variable "model" { default = ... }`. */
export function isWrapper(name: string): boolean {
  return WRAPPERS.has(name.toLowerCase());
}

const WRAPPERS = new Set(
  [
    'value',
    'default',
    'id',
    'name',
    'uri',
    'path',
    'repo',
    'primary',
    'fallback',
    'fallbacks',
    'chat',
    'embedding',
    'large',
    'small',
    'main',
    'fast',
  ].concat([
    'background',
    'think',
    'longcontext',
    'completion',
    'options',
    'values',
    'const',
    'enum',
    'reasoning',
    'smart',
    'source',
    'allowed',
    'identifier',
  ]),
);

const DENY =
  /(?:^| )(?:deny|denied|denylist|blocked?|blocklist|blacklist(?:ed)?|disallow(?:ed)?|forbid(?:den)?|ban|banned|prohibited|excluded?|ignored?|disabled|unsupported|reject(?:ed)?)(?: |$)(?!during )/;

/** Whether what stands below the key is named in order not to be used. */
export function isDenial(name: string): boolean {
  return (
    /den[iy]|block|black|allow|forbid|ban|prohibited|exclude|ignore|disabled|unsupported|reject/i.test(name) && DENY.test(wordsOf(name))
  );
}

const OUTPUT =
  /^(?:(?:run|experiment|task|job) ?name|output ?(?:dir|path|name|model(?: name)?|dataset(?: name)?)|(?:export |push to )?hub (?:model|dataset|repo|repository) (?:id|name)|export dir|save(?: (?:dir|path|name))?|saves|(?:wandb|mlflow|comet|swanlab|trackio|neptune)(?: \w+){1,3}|(?:log(?:ging)?|work(?:ing)?|results?) ?dir|(?:results?|report)(?: json)? (?:path|file)|(?:(?:train|eval|test|val|validation|calibration) )?datasets?(?: (?:name|path|repo|id|mixer|dir|config|name or path|prepared path))?|data (?:path|files?|dir))$/;

/** Whether the value was named here or is data: what a run is called, where it writes, what it learns from. No model that is used. */
export function isOutput(name: string): boolean {
  return (
    /name|output|hub|export|save|data|wandb|mlflow|comet|swanlab|trackio|neptune|log|work|results?|report/i.test(name) &&
    OUTPUT.test(wordsOf(name))
  );
}

/** A variable's name as shells write it. */
export function isConstant(name: string): boolean {
  return /^_?[A-Z][A-Z0-9_]{1,100}$/.test(name);
}
