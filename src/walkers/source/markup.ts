// The markup of components and pages: attributes that take a model or an address. What is only shown or linked is no use.
import { type ScalarNode, scalar } from '../../formats/nodes.ts';
import { isHost, isModelLike, isPlainlyModelLike, isUrl } from '../config/looks.ts';
import { roleOf } from '../config/roles.ts';
import { type Reading, type Spot, sightEndpoint, sightModel } from '../config/sight.ts';
import { notice } from '../evidence.ts';
import { isOtherName } from './words.ts';

export interface Island {
  readonly from: number;
  readonly to: number;
}

const REACH = 300;
/** The tag and the attribute whose quoted value, or the text within an expression, goes up to the end. */
const ATTRIBUTE = /<([A-Za-z][\w.-]{0,60})\s(?:[^<>]{0,280}\s)?([:@\w.-]{1,60})=\{?["'`]['"`]?([^"'`<>\s]{0,200})$/;
const REST = /^[^"'`<>\s]{1,200}/;

interface Attribute {
  readonly tag: string;
  readonly key: string;
  readonly node: ScalarNode;
}

/** As many choices are a catalogue. */
const FEWEST_CHOICES = 6;

export function readMarkup(reading: Reading, islands: readonly Island[]): void {
  const found = attributesOf(reading, islands);
  const models = found.filter(isModel);
  const isCatalogue = models.filter(({ key }) => isChoice(key)).length >= FEWEST_CHOICES;
  for (const attribute of found) {
    const { key, node } = attribute;
    if (roleOf(key) === 'endpoint' && (isUrl(node.value) || isHost(node.value))) sightEndpoint(reading, node, spotOf(reading, key));
    else if (isModel(attribute)) {
      const spot = spotOf(reading, key);
      const usage = isCatalogue && isChoice(key) && spot.usage === 'runtime' ? 'catalogue' : spot.usage;
      sightModel(reading, node, { ...spot, usage }, { call: attribute.tag });
    }
  }
}

/** A page with more is generated from a table. */
const MOST = 10_000;

function attributesOf(reading: Reading, islands: readonly Island[]): readonly Attribute[] {
  const { text, hits } = reading.document;
  const found: Attribute[] = [];
  let island = 0;
  let done = 0;
  for (const hit of hits ?? []) {
    while (island < islands.length && (islands[island]?.to ?? 0) <= hit) island++;
    if (hit < done || hit >= (islands[island]?.from ?? text.length)) continue;
    const attribute = attributeAt(text, hit);
    if (!attribute) continue;
    if (found.push(attribute) > MOST) {
      reading.out.push(notice(reading.document, 'too-many-references', `only the first ${MOST} attributes were read`, hit));
      break;
    }
    done = attribute.node.end;
  }
  return found;
}

function attributeAt(text: string, hit: number): Attribute | null {
  const before = ATTRIBUTE.exec(text.slice(Math.max(0, hit - REACH), hit));
  const rest = REST.exec(text.slice(hit, hit + 200))?.[0];
  if (!before || rest === undefined) return null;
  const [, tag = '', key = '', lead = ''] = before;
  const start = hit - lead.length;
  const end = hit + rest.length;
  return { tag, key: key.replace(/^(?:v-bind:|v-model:|:)/, ''), node: scalar(text.slice(start, end), start, end) };
}

function isModel({ key, node: { value } }: Attribute): boolean {
  if (isOtherName(key)) return false;
  return roleOf(key) === 'model' ? isModelLike(value) : isChoice(key) && isPlainlyModelLike(value);
}

function isChoice(key: string): boolean {
  return /^(?:default-?)?value$/i.test(key);
}

function spotOf({ document: { usage } }: Reading, key: string): Spot {
  return { route: [key], usage, context: 'argument', endpoint: null, provider: null };
}
