// crush's settings as a script of its own commands: `provider add name --base-url URL`, `model large name/model`.
import { type ScalarNode, slice, stringOf } from '../../formats/nodes.ts';
import type { Command } from '../../formats/shell.ts';
import { isModelLike } from './looks.ts';
import { addressOf } from './scope.ts';
import { type Reading, type Spot, sightModel } from './sight.ts';

export const CRUSHRC = /(?:^|\/)\.?crushrc$/;

/** What stands before the first slash is the provider, and its own address decides who answers. Gives the commands that say something else. */
export function readCrush(reading: Reading, commands: readonly Command[], spot: Spot): readonly Command[] {
  const providers = providersIn(commands);
  return commands.filter(({ words: [verb, slot, written] }) => {
    if (verb?.value !== 'model' || !slot || !/^(?:add|large|small)$/.test(slot.value) || !written) return true;
    const cut = written.value.indexOf('/');
    const model = slice(written, cut + 1, written.value.length);
    if (cut < 1 || !isModelLike(model.value)) return true;
    const provider = written.value.slice(0, cut);
    const route = [...spot.route, 'model', slot.value];
    sightModel(reading, model, { ...spot, provider, endpoint: providers.get(provider) ?? null, route }, { call: 'crush' });
    return false;
  });
}

function providersIn(commands: readonly Command[]): ReadonlyMap<string, string> {
  const set = new Map(
    commands.flatMap(({ assignments }) => assignments.map(({ key, value }) => [key.value, stringOf(value)?.value ?? ''])),
  );
  const found = new Map<string, string>();
  for (const { words } of commands) {
    const [verb, slot, name] = words;
    const address = verb?.value === 'provider' && slot?.value === 'add' ? optionIn(words, '--base-url') : null;
    const url = address && resolved(address.value, set);
    if (name && url) found.set(name.value, url);
  }
  return found;
}

function optionIn(words: readonly ScalarNode[], flag: string): ScalarNode | null {
  const at = words.findIndex(({ value }) => value === flag);
  return at < 0 ? null : (words[at + 1] ?? null);
}

/** A variable in front is what the script itself sets, with its default. */
function resolved(written: string, set: ReadonlyMap<string, string>): string | null {
  const [, braced, bare, rest = ''] = /^\$(?:\{(\w{1,100})\}|(\w{1,100}))(.{0,300})$/.exec(written) ?? [];
  const value = set.get(braced ?? bare ?? '');
  const base = value === undefined ? null : addressOf(value);
  return base !== null && !base.startsWith('env:') ? base + rest : addressOf(written);
}
