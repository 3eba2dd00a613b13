// Whether a text can be the name of a model at all, and what of it is a path of somebody's machine.

/** A name is printable ASCII without blanks, quotes or brackets of code; a prose word or an expression is none. */
const NAME = /^[=~]?[@A-Za-z0-9._/\\][-A-Za-z0-9._/\\:@#+=~,*?&%[\]]{1,299}$/;
export const SOURCE_FILE =
  /\.(?:py|pyi|ts|mts|cts|js|mjs|cjs|tsx|jsx|vue|svelte|md|mdx|rst|json|jsonc|json5|jsonl|ya?ml|toml|txt|html?|css|scss|less|svg|png|jpe?g|gif|webp|ico|mp[34]|wav|ipynb|sh|bash|zsh|fish|ps1|bat|go|rs|java|kts?|cs|cpp|cc|hpp|rb|php|swift|dart|lua|ex|exs|scala|lock|cfg|ini|env|log|zip|t?gz|tar|whl|pdf|jinja2?|csv|tsv|xml|proto|sql|service|conf|tf|nix|c|h)$/i;
/** A file on a hub's page: the page names the model. */
const HUB_FILE = /^https?:\/\/[^/\s]{4,80}\/[^/\s]{1,96}\/[^/\s]{1,140}\/(?:resolve|blob|raw)\/[^/\s]/i;
export const LOCAL = /^(?:\.{0,2}\/|~\/|[A-Za-z]:[\\/]|\\\\|file:)|\\/;
/** `*` is a directory that is computed: what lies below `models` there is no name of a service. */
export const COMPUTED = /^\*(?=\/(?:models?|weights|checkpoints?)\/)/;

/** Ids of answers, which test data names after whom they imitate. */
const ANSWER_ID = /^(?:chat)?cmpl-/;

export function isName(text: string): boolean {
  return (
    NAME.test(text.replace(COMPUTED, '')) && !ANSWER_ID.test(text) && (!SOURCE_FILE.test(text) || LOCAL.test(text) || HUB_FILE.test(text))
  );
}
