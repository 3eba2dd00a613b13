// The words of a command, told apart: the tool, its options with their values, what it loads, and the rest.
import { type ScalarNode, slice } from '../../formats/nodes.ts';
import type { Command } from '../../formats/shell.ts';
import { baseName, loadingOf } from './tools.ts';

export interface Option {
  readonly flag: string;
  readonly node: ScalarNode;
  readonly value: ScalarNode | null;
}

export interface Line {
  readonly tool: string;
  readonly call: string | null;
  readonly options: readonly Option[];
  /** The words that the tool loads as models. */
  readonly loaded: readonly ScalarNode[];
  readonly rest: readonly ScalarNode[];
}

export function lineOf({ words }: Command): Line {
  const loading = loadingOf(words.map(({ value }) => value));
  const own = withoutRunners(words);
  const tool = baseName(own[0]?.value ?? '');
  const options: Option[] = [];
  const loaded: ScalarNode[] = [];
  const rest: ScalarNode[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as ScalarNode;
    if (/^-{1,2}[A-Za-z]/.test(word.value)) {
      const option = optionAt(words, index);
      options.push(option);
      if (option.value && option.value === words[index + 1]) index++;
    } else if (loading && index >= loading.next && loaded.length < loading.most) loaded.push(word);
    else rest.push(word);
  }
  return { tool, call: loading?.call ?? callOf(own), options, loaded, rest };
}

/** `--flag value`, `--flag=value`; a flag before another flag has no value. */
function optionAt(words: readonly ScalarNode[], index: number): Option {
  const node = words[index] as ScalarNode;
  const equals = node.value.indexOf('=');
  if (equals > 0) return { flag: node.value.slice(0, equals), node, value: slice(node, equals + 1, node.value.length) };
  const next = words[index + 1];
  const takes = next && !/^-{1,2}[A-Za-z]/.test(next.value) && takesValue(words, node.value);
  return { flag: node.value, node, value: takes ? next : null };
}

/** `docker build -t name`, `docker run -v source:target`: elsewhere `-t` opens a terminal and `-v` makes talkative. */
function isOfDocker(words: readonly ScalarNode[], flag: string): boolean {
  const verbs = words.slice(1, 3).map(({ value }) => value);
  return (flag === '-t' && verbs.includes('build')) || (flag === '-v' && (verbs.includes('run') || verbs.includes('create')));
}

/** Options that are known to take no value: the word after them is an argument of its own. */
function takesValue(words: readonly ScalarNode[], flag: string): boolean {
  if (baseName(withoutRunners(words)[0]?.value ?? '') === 'curl') return !CURL_SWITCH.test(flag);
  if (isOfDocker(words, flag)) return true;
  return !/^(?:-[ditvqyfsSLk]{1,4}|--(?:rm|detach|quiet|verbose|yes|force|insecure|silent|upgrade|no-[\w-]{1,40}|global|dev|trust-remote-code|enable-[\w-]{1,60}))$/.test(
    flag,
  );
}

const CURL_SWITCH =
  /^(?:-[fgGiIjkLlnNOpqsSvaZ0-3#]{1,6}|--(?:location(?:-trusted)?|silent|show-error|fail(?:-with-body|-early)?|insecure|include|head|verbose|compressed|get|no-[\w-]{1,40}|globoff|remote-name|http[\d.]{1,3}|ipv[46]|progress-bar|parallel|retry-(?:all-errors|connrefused)))$/;

/** Run what stands behind them. */
const RUNNERS: ReadonlySet<string> = new Set(['nohup', 'exec', 'sudo', 'time', 'env', 'setsid', 'stdbuf', 'command', 'doas']);

export function withoutRunners(words: readonly ScalarNode[]): readonly ScalarNode[] {
  const first = words.findIndex(({ value }) => !RUNNERS.has(baseName(value)));
  return first > 0 ? words.slice(first) : words;
}

const CODE = /\.(?:json|ya?ml|toml|js|ts|sh|py|conf)$/;

/** The tool, or the module that Python runs. */
function callOf(words: readonly ScalarNode[]): string | null {
  const tool = baseName(words[0]?.value ?? '');
  const module = words[1]?.value === '-m' ? words[2]?.value : undefined;
  const name = /^python[\d.]*$/.test(tool) ? module : tool;
  return name && /^[A-Za-z][\w-]{0,60}(?:\.[a-z_]{3,40}){0,6}$/.test(name) && !CODE.test(name) ? name : null;
}
