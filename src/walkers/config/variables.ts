// Variables that a command sets where a program will run: `gh secret set NAME`, `fly secrets set NAME=value`,
// `eas env:create --name NAME --value value`. What they hold is not the shell's, but of the program that is deployed.
import { type Entry, type ScalarNode, slice } from '../../formats/nodes.ts';
import { assignmentOf } from '../../formats/shell.ts';
import { isConstant } from './roles.ts';

const NOUN = /^(?:env|environment|secrets?|vars?|variables?|config|parameters?|appsettings)$/;
const VERB = /^(?:set|add|put|create|update|new|push|edit|write)$/;
/** Noun and verb in one word. */
const BOTH =
  /^(?:(?:env|secrets?|vars?|variables?|config)[:-](?:set|add|put|create|update|push)|(?:put|create|update)-(?:parameter|secret|secret-value|env-vars))$/;
const VALUE = /^(?:--(?:value|body|secret-string|string-value|data)|-b)$/;
const NAME = /^(?:--(?:name|key|secret-id|variable-name)|-n)$/;

export interface Assigned {
  /** With a value on the line. */
  readonly entries: readonly Entry[];
  /** Names alone: the value is asked for, or piped in. */
  readonly names: readonly ScalarNode[];
}

const NOTHING: Assigned = { entries: [], names: [] };

export function variablesSet(words: readonly ScalarNode[]): Assigned {
  const called = calledWith(words);
  if (called) return { entries: [called], names: [] };
  const start = startOf(words);
  if (start < 0) return NOTHING;
  const rest = words.slice(start);
  const entries = rest.map(assignmentOf).filter((entry) => entry !== null && isConstant(entry.key.value)) as Entry[];
  if (entries.length > 0) return { entries, names: [] };
  const named = argumentOf(rest, NAME);
  const name = lastPart(named ?? rest.find(({ value }, index) => isConstant(value) && !/^-/.test(rest[index - 1]?.value ?? '')));
  if (!name) return NOTHING;
  const value = argumentOf(rest, VALUE);
  return value && !value.value.startsWith('$') ? { entries: [{ key: name, value }], names: [] } : { entries: [], names: [name] };
}

const HELPER =
  /^(?=\w{0,40}(?:set|create|add|put|update|upsert|write))\w{0,40}_(?:env|secret|var|variable|config)s?$|^(?:set|add)(?:Env|Secret)$/;

/** `create_or_update_secret NAME value`: a function of the script's own. */
function calledWith([helper, key, value]: readonly ScalarNode[]): Entry | null {
  const isCall = HELPER.test(helper?.value ?? '') && isConstant(key?.value ?? '');
  return isCall && key && value ? { key, value } : null;
}

/** The index behind noun and verb, in either order and with at most one word between them, or -1. */
function startOf(words: readonly ScalarNode[]): number {
  for (let index = 0; index < Math.min(words.length, 6); index++) {
    const { value = '' } = words[index] ?? {};
    if (BOTH.test(value)) return index + 1;
    if (index === 0 || !NOUN.test(value)) continue;
    const verb = words.slice(index + 1, index + 3).findIndex((word) => VERB.test(word.value));
    if (verb >= 0) return index + verb + 2;
  }
  return -1;
}

function argumentOf(words: readonly ScalarNode[], flag: RegExp): ScalarNode | undefined {
  const at = words.findIndex(({ value }) => flag.test(value.split('=', 1)[0] ?? ''));
  const word = words[at];
  const equals = word?.value.indexOf('=') ?? -1;
  if (word && equals > 0) return slice(word, equals + 1, word.value.length);
  return at < 0 ? undefined : words[at + 1];
}

/** `/app/production/NAME`. */
function lastPart(node: ScalarNode | undefined): ScalarNode | null {
  if (!node) return null;
  const start = node.value.lastIndexOf('/') + 1;
  return isConstant(node.value.slice(start)) ? slice(node, start, node.value.length) : null;
}
