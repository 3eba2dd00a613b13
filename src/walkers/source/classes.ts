// `AcmeForCausalLM.from_pretrained(path)`: the class says which architecture is loaded, where the path is not written.
import { slotsOf } from '../../formats/code/slots.ts';
import { OPEN } from '../../formats/code/tokens.ts';
import { slice } from '../../formats/nodes.ts';
import { sightArtefact } from '../config/artefacts.ts';
import { rootSpot } from '../config/sight.ts';
import { type Code, remembered, tokenFrom } from './code.ts';
import { constantsOf } from './names.ts';

const CLASS = /^[A-Z]\w{2,60}(?:For[A-Z]\w{3,50}|Model)$/;
const LOADS = '.from_pretrained(';

const told = (_: Code) => new Set<string>();

/** `start` and `end` are those of the name that touches a hit. Once a class. */
export function readClass(code: Code, start: number, end: number): void {
  const { skeleton } = code;
  const name = skeleton.text.slice(start, end);
  if (!skeleton.text.startsWith(LOADS, end) || !CLASS.test(name) || remembered(code, told).has(name)) return;
  const open = tokenFrom(code, end + LOADS.length - 1);
  if (skeleton.kinds[open] !== OPEN || !isUnknown(code, open)) return;
  remembered(code, told).add(name);
  const node = slice(code.source, start, end);
  const spot = { ...rootSpot(code.reading.document, 'argument'), route: code.routeAt(node.start) };
  sightArtefact(code.reading, node, spot, {
    format: 'transformers',
    name: null,
    modelType: null,
    architectures: [name],
    remoteCode: false,
  });
}

/** Neither a text nor a name that this file gives one. */
function isUnknown(code: Code, open: number): boolean {
  const [first] = slotsOf(code.skeleton, open);
  if (!first) return false;
  const written = code.skeleton.text.slice(first.from, Math.min(first.to, first.from + 200)).trim();
  const name = PATH.exec(written)?.[1];
  return name !== undefined && !constantsOf(code).has(name);
}

/** `path`, `args.path`, `self.config["path"]`, with or without a keyword. */
const PATH = /^(?:\w{1,60}\s?=\s?)?(?:\w{1,60}\.){0,5}(?:\w{1,60}\[["'](?=\w{1,60}["']\]$))?([A-Za-z_]\w{0,80})(?:["']\])?$/;
