// Development containers: their image, the features that are added to it, and the editor's extensions.
import { parseJson } from '../../formats/json.ts';
import { at, entriesOf, get, stringOf } from '../../formats/nodes.ts';
import { dependencyWalker, type Listed, type Trouble } from './listing.ts';
import { ociPackage } from './oci.ts';
import { settings } from './settings.ts';
import { troublesOf } from './trees.ts';
import { extensionsIn } from './vscode-extensions.ts';

export const devcontainer = dependencyWalker({
  name: 'devcontainer',
  reads: 'development containers (`devcontainer.json`): image, features, extensions',
  files: /(?:^|\/)\.?devcontainer(?:\/(?:[^/]{1,60}\/)?devcontainer)?\.json$/,
  ecosystem: 'oci',
  list: ({ text }) => ({ entries: list(text) }),
  rest: (document) => settings(document, parseJson(document.text).roots, NO_SETTINGS),
});

const NO_SETTINGS = ['name', 'image', 'features', 'extensions', 'customizations.vscode.extensions', 'dockerFile', 'build.dockerfile'];

function* list(text: string): Generator<Listed | Trouble> {
  const tree = parseJson(text);
  yield* troublesOf(tree);
  const [root] = tree.roots;
  const image = stringOf(get(root, 'image'));
  if (image) yield* ociPackage(image, ['image']);
  for (const { key } of entriesOf(get(root, 'features'))) {
    if (!key.value.startsWith('.')) yield* ociPackage(key, ['features', key.value]);
  }
  for (const path of [['customizations', 'vscode', 'extensions'], ['extensions']]) {
    for (const entry of extensionsIn(at(root, ...path), path)) yield { ...entry, ecosystem: 'vscode-extension' };
  }
}
