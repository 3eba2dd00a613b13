// What a test once asked and was answered (VCR, go-vcr, Polly): data of tests, whose keys were taken out or never were any.
import { at, get, itemsOf, type MapNode, type Node, type Tree } from '../../formats/nodes.ts';
import type { Sighting } from '../../model.ts';

/** A file that holds requests with their responses and nothing else. */
export function isRecording({ roots }: Tree): boolean {
  return roots.some((root) => {
    const list = get(root, 'http_interactions') ?? get(root, 'interactions') ?? at(root, 'log', 'entries');
    const [first] = itemsOf(list);
    return first !== undefined && get(first, 'request') !== null && get(first, 'response') !== null;
  });
}

/** What was answered is said again and again, piece by piece; what was asked says whom a test speaks to. */
export function withoutResponses(node: Node, depth = 0): Node {
  if (depth > DEEPEST) return node;
  if (node.kind === 'list') return { ...node, items: node.items.map((item) => withoutResponses(item, depth + 1)) };
  if (node.kind !== 'map') return node;
  const asked = node.entries.filter(({ key }) => key.value !== 'response');
  return { ...node, entries: asked.map(({ key, value }) => ({ key, value: withoutResponses(value, depth + 1) })) } satisfies MapNode;
}

/** `log.entries[0].response` is the deepest. */
const DEEPEST = 4;

/** `Authorization:` beside an address is a header that was sent, whoever sent it. */
export function isNoCredential({ kind }: Sighting): boolean {
  return kind !== 'credential';
}
