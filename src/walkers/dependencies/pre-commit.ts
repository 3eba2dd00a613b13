// pre-commit's hooks: the repositories that they come from, and packages that are installed beside them.
import { entriesOf, get, itemsOf, mapOf, type Node, type ScalarNode, slice, stringOf } from '../../formats/nodes.ts';
import { parseYaml } from '../../formats/yaml.ts';
import { dependencyWalker, type Listed, listed, type Trouble } from './listing.ts';
import { rangeOf } from './package-json.ts';
import { wordOf } from './python.ts';
import { requirementIn } from './requirements.ts';
import { settings } from './settings.ts';
import { readYaml, troublesOf } from './trees.ts';

export const preCommit = dependencyWalker({
  name: 'pre-commit',
  reads: 'pre-commit hooks (`.pre-commit-config.yaml`)',
  files: /(?:^|\/)\.pre-commit-(?:config|hooks)\.ya?ml$/,
  ecosystem: 'github',
  list: ({ text }) => ({ entries: list(text) }),
  rest: (document) => settings(document, parseYaml(document.text).roots.map(hooksOnly), []),
});

/** What a hook runs, and with which arguments. */
function hooksOnly(root: Node): Node {
  const hooks = itemsOf(get(root, 'repos')).flatMap((repository) => itemsOf(get(repository, 'hooks')));
  const kept = hooks.map((hook) => ({
    ...mapOf([], hook.start, hook.end),
    entries: entriesOf(hook).filter(({ key }) => /^(?:args|entry)$/.test(key.value)),
  }));
  return { kind: 'list', items: kept, start: root.start, end: root.end };
}

function* list(text: string): Generator<Listed | Trouble> {
  const tree = readYaml(text);
  yield* troublesOf(tree);
  const [root] = tree.roots;
  for (const [index, repository] of itemsOf(get(root, 'repos')).entries()) {
    const route = ['repos', `[${index}]`];
    const name = nameIn(stringOf(get(repository, 'repo')));
    if (name) yield listed(name, [...route, 'repo'], { version: wordOf(get(repository, 'rev')), scope: 'development', direct: true });
    for (const hook of itemsOf(get(repository, 'hooks'))) yield* packagesOf(hook, route);
  }
  for (const hook of itemsOf(root)) yield* packagesOf(hook, []);
}

/** `https://github.com/owner/name` */
function nameIn(url: ScalarNode | null): ScalarNode | null {
  const [, lead = '', name] =
    /^((?:https?:\/\/|git@)github\.com[/:])([\w.-]{1,100}\/[\w.-]{1,100}?)(?:\.git)?\/?$/i.exec(url?.value ?? '') ?? [];
  return url && name ? slice(url, lead.length, lead.length + name.length) : null;
}

/** Of npm where the hook or its form says so, else of Python. */
function* packagesOf(hook: Node, route: readonly string[]): Generator<Listed> {
  const language = wordOf(get(hook, 'language'));
  for (const [index, item] of itemsOf(get(hook, 'additional_dependencies')).entries()) {
    const text = stringOf(item);
    const place = { scope: 'development' as const, route: [...route, 'additional_dependencies', `[${index}]`] };
    if (!text) continue;
    const [, name, version] = /^(@?[\w./-]{1,200})(?:@([\w.^~-]{1,60}))?$/.exec(text.value) ?? [];
    const isNode = language === 'node' || version !== undefined || text.value.startsWith('@');
    if (isNode && name)
      yield {
        ...listed(slice(text, 0, name.length), place.route, { ...rangeOf(version ?? null), scope: 'development', direct: true }),
        ecosystem: 'npm',
      };
    const entry = isNode ? null : requirementIn(text, place);
    if (entry) yield { ...entry, ecosystem: 'pypi' };
  }
}
