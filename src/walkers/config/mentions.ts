// Names within a text that is none itself: a program in a step, settings in an argument, a sentence. Only what can be nothing else
// than a model's name counts there: a repository of weights, the folder of a cache, a name that the text gives to something.
import { isHit } from '../../formats/document.ts';
import { rawEnd, rawOffset, type ScalarNode } from '../../formats/nodes.ts';
import { isCached, isPlainlyModelLike } from './looks.ts';
import { proseUsage } from './prose.ts';
import { roleOf } from './roles.ts';
import { type Reading, type Spot, sightModel } from './sight.ts';

const TOKEN = /[A-Za-z0-9~./][\w@./:+-]{3,299}/g;
const MOST = 100;
/** Much text is a document of its own. */
const LONGEST = 20_000;
/** Records of data and of what was said. */
const DATA = /\.(?:json|jsonl|ndjson)$/i;
/** What a program shows in another language. */
const TRANSLATED = /\.(?:po|xlf|arb|strings|resx)$|(?:^|\/)(?:_?locales?|i18n|l10n|lang(?:uage)?s?|translations?|messages)\//i;

export function readMentions(reading: Reading, node: ScalarNode, spot: Spot): void {
  const { document } = reading;
  // What a command is given is read by its words.
  if (spot.context === 'command' || node.value.length > LONGEST || DATA.test(document.path) || isTranslation(document.path)) return;
  let count = 0;
  for (const { 0: found, index } of node.value.matchAll(TOKEN)) {
    const name = found.replace(/[.:/+-]+$/, '');
    const end = index + name.length;
    if (!isHit(document, rawOffset(node, index), rawEnd(node, end))) continue;
    const isUsed = isCached(name) || (/[-/:]/.test(name) && isPlainlyModelLike(name) && isGiven(node.value, index));
    if (!isUsed && !isRepository(node.value, name, index)) continue;
    if (++count > MOST) return;
    const usage = isUsed ? spot.usage : proseUsage(spot.usage);
    sightModel(reading, node, { ...spot, usage, context: 'text' }, { range: { start: index, end } });
  }
}

export function isTranslation(path: string): boolean {
  return TRANSLATED.test(path);
}

const GIVEN = /([A-Za-z_][\w.-]{1,60})["'\\]{0,2}\s{0,4}[:=]\s{0,4}\[?["'`\\]{0,2}$/;

/** `model="acme-large"` */
function isGiven(text: string, start: number): boolean {
  const [, key] = GIVEN.exec(text.slice(Math.max(0, start - 80), start)) ?? [];
  return key !== undefined && roleOf(key) === 'model';
}

/** `acme/Acme-8B`: an owner, and a name with a number and a size or a capital letter, which paths and branches seldom have. */
function isRepository(text: string, name: string, start: number): boolean {
  const [, own = ''] = /^[A-Za-z][\w.-]{1,60}\/([A-Za-z][\w.-]{2,100})$/.exec(name) ?? [];
  if (!/\d/.test(own) || !/[-.]/.test(own) || !(/[A-Z]/.test(own) || /\d[bm](?:-|$)/.test(own))) return false;
  return isPlainlyModelLike(name) && !/[\w$@/\\}.-]$/.test(text.slice(Math.max(0, start - 1), start));
}
