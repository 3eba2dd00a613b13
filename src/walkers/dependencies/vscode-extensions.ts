// Extensions that an editor's workspace recommends: `publisher.name`.
import { parseJson } from '../../formats/json.ts';
import { get, itemsOf, type Node, stringOf } from '../../formats/nodes.ts';
import { dependencyWalker, type Listed, listed, type Trouble } from './listing.ts';
import { troublesOf } from './trees.ts';

export const vscodeExtensions = dependencyWalker({
  name: 'vscode-extensions',
  reads: 'recommended editor extensions (`.vscode/extensions.json`)',
  files: /(?:^|\/)\.(?:vscode|cursor|windsurf)\/extensions\.json$/,
  ecosystem: 'vscode-extension',
  list: ({ text }) => ({ entries: list(text) }),
});

function* list(text: string): Generator<Listed | Trouble> {
  const tree = parseJson(text);
  yield* troublesOf(tree);
  yield* extensionsIn(get(tree.roots[0], 'recommendations'), ['recommendations']);
}

/** `publisher.name` or `publisher.name@1.0.0`; one that a minus marks is not wanted. */
export function* extensionsIn(node: Node | null, route: readonly string[]): Generator<Listed> {
  for (const [index, item] of itemsOf(node).entries()) {
    const text = stringOf(item);
    const [, name, version = null] = /^([\w-]{1,100}\.[\w.-]{1,100})(?:@(\d[\w.-]{0,40}))?$/.exec(text?.value ?? '') ?? [];
    if (!text || !name) continue;
    const entry = listed(text, [...route, `[${index}]`], { version, scope: 'development', direct: true });
    yield { ...entry, name, end: text.start + name.length };
  }
}
