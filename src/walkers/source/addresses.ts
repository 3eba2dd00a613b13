// Models that an address asks for in its path: `/models/owner/name/predictions`, `/publishers/owner/models/name:predict`.
import type { ScalarNode } from '../../formats/nodes.ts';
import { touches } from '../config/listed.ts';
import { isEmpty, isPlainlyModelLike } from '../config/looks.ts';
import { type Range, type Spot, sightModel } from '../config/sight.ts';
import type { Code } from './code.ts';

const PATH =
  /\/((?:publishers\/[\w.-]{1,60}\/)?(?:models?|deployments|engines|ai\/run)\/)([\w@][\w@.:*-]{1,100}(?:\/[\w@.:*-]{1,100}){0,3})/;
/** What is done with a model, which stands behind its name. */
const VERB =
  /(?:\/(?:predictions?|predict|invoke[\w-]*|converse[\w-]*|chat|completions?|embeddings?|generate\w*|infer|versions|images|audio|responses)(?:\/.*)?|:[a-z]+[A-Z]\w*|:(?:predict|infer|generate|embed))$/;
/** Pages for readers have such paths, too. */
const API =
  /^[a-z]+:\/\/[^/]{0,100}(?:\bapi\b|api-inference|aiplatform|bedrock|inference|router|gateway|openai\.azure|localhost|127\.0\.0\.1)/i;

export function readPath(code: Code, node: ScalarNode, spot: Spot): void {
  const range = modelIn(node.value);
  if (range === null || !touches(code.reading, node, range)) return;
  sightModel(
    code.reading,
    node,
    { ...spot, endpoint: node.value.trim() },
    { range, partial: node.value.slice(range.start, range.end).includes('*') },
  );
}

function modelIn(url: string): Range | null {
  const [whole = '', folder = '', rest = ''] = PATH.exec(url) ?? [];
  const name = rest.replace(VERB, '');
  if (whole === '' || !(API.test(url) || name !== rest) || !isPlainlyModelLike(name) || isEmpty(name)) return null;
  const start = url.indexOf(whole) + 1 + (folder.startsWith('publishers/') ? 0 : folder.length);
  return { start, end: url.indexOf(whole) + 1 + folder.length + name.length };
}
