// What a path says about the use of a file. Whole segments count, never parts of one: `latest/` is no test.
import type { Usage } from '../model.ts';

interface Class {
  readonly usage: Usage;
  /** Directory names, lower case, anywhere on the path. */
  readonly directories: ReadonlySet<string>;
  /** Such a directory says nothing once the path has entered source code: `src/deploy/` deploys nothing. */
  readonly outsideSources?: true;
  /** On the file's name, lower case. */
  readonly names: RegExp;
  /** On the whole path, lower case. */
  readonly paths?: RegExp;
}

const SOURCES: ReadonlySet<string> = new Set(['src', 'lib', 'pkg', 'internal', 'app', 'cmd']);

/** In order: where the file lies weighs more than what it is. A compose file among the tests is a test. */
const CLASSES: readonly Class[] = [
  {
    usage: 'vendored',
    directories: words('node_modules vendor vendored _vendor third_party third-party thirdparty bower_components pods site-packages'),
    names: /(?!)/,
  },
  {
    usage: 'generated',
    directories: words('__generated__ generated dist .next .nuxt'),
    names: /(?:\.min\.(?:js|css|mjs)|_pb2(?:_grpc)?\.pyi?|\.pb\.go|\.(?:generated|gen)\.[a-z]{1,6}|\.g\.dart|\.(?:js|css)\.map)$/,
  },
  {
    usage: 'test',
    directories: words(
      'test tests __tests__ testdata test-data test_data unittest unittests unit-tests unit_tests integration-tests integration_tests ' +
        'fixtures __fixtures__ mocks __mocks__ __snapshots__ cassettes vcr_cassettes __cassettes__ __recordings__ e2e e2e-tests e2e_tests cypress test_driver',
    ),
    names:
      /^(?:test_[^/]{1,200}\.py|conftest\.py|[^/]{1,200}(?:_tests?\.(?:py|go|rb|c|cc|cpp|dart|exs|ts|js|rs)|[._](?:test|spec|cy)\.[cm]?[jt]sx?|_spec\.rb|\.snap|\.feature)|tests?\.rs)$/,
    paths:
      /(?:^|\/)spec\/(?:[^/]+\/){0,20}[^/]+\.rb$|(?:^|\/)spec\/(?:[^/]+\/){0,20}(?:assets|support|factories|resources|data|dummy)\/|(?:^|\/)recordings\/(?:[^/]+\/){0,20}[^/]+\.(?:ya?ml|har)$|(?:^|\/)src\/(?:[a-z]{1,20}test)\//,
  },
  {
    usage: 'example',
    directories: words(
      'example examples sample samples demo demos tutorial tutorials cookbook cookbooks quickstart quickstarts playground',
    ),
    names:
      /(?:[._-](?:example|sample|template|dist)$|[._-](?:example|sample)\.[a-z]{1,10}$|^(?:example|sample)[._-]|\.env\.(?:example|sample|template|dist)(?:\.|$))/,
  },
  {
    usage: 'developer-tool',
    directories: words(
      '.vscode .idea .zed .fleet .devcontainer .claude .cursor .windsurf .continue .codex .gemini .qwen .kimi .roo .cline .clinerules ' +
        '.kilocode .opencode .goose .crush .copilot .trae .kiro .amazonq .aider .codebuddy .qoder .claude-code-router .mcp',
    ),
    paths: /(?:^|\/)\.?config\/(?:opencode|crush|goose|zed|aichat|mods|kilo|amp|gptme|codex|claude|factory|gemini|aider|cursor|pi)\//,
    names:
      /^(?:(?:opencode|kilo)\.jsonc?|crush\.json|\.?crushrc|\.aider[.a-z-]{0,40}|(?:claude|agents|gemini|qwen)\.md|\.(?:cursor|cline|windsurf|roo)rules|\.?mcp\.json|\.goosehints|\.coderabbit\.ya?ml|copilot-instructions\.md|\.pre-commit-config\.ya?ml|\.editorconfig)$/,
  },
  {
    usage: 'docs',
    directories: words('doc docs documentation man'),
    names: /(?:^(?:readme|changelog|contributing|license|licence|notice|authors)(?:\.|$)|\.(?:md|mdx|rst|adoc|asciidoc)$)/,
  },
  {
    usage: 'experiment',
    directories: words('experiment experiments notebook notebooks benchmark benchmarks scratch evals'),
    outsideSources: true,
    names: /\.ipynb$|^wandb-metadata\.json$/,
    paths: /(?:^|\/)(?:wandb\/(?:(?:offline-)?run-|latest-run\/)|mlruns\/)/,
  },
  {
    usage: 'build',
    directories: words('.circleci .buildkite .woodpecker .gitlab .teamcity .ci ci .azure-pipelines .azuredevops'),
    outsideSources: true,
    names:
      /^(?:\.gitlab-ci\.ya?ml|[^/]{1,100}\.gitlab-ci\.ya?ml|jenkinsfile(?:\..{1,40})?|azure-pipelines[^/]{0,60}\.ya?ml|\.(?:travis|drone|appveyor)\.ya?ml|appveyor\.ya?ml|bitbucket-pipelines\.ya?ml|cloudbuild\.ya?ml|(?:gnu)?makefile(?:\..{1,40})?|.{1,100}\.mk|\.?justfile|taskfile\.ya?ml|cmakelists\.txt|rakefile|gruntfile\.[cm]?js|gulpfile\.[cm]?[jt]s|noxfile\.py|tox\.ini|earthfile)$/,
    paths: /(?:^|\/)\.(?:github|gitea|forgejo)\/(?:workflows|actions)\//,
  },
  {
    usage: 'deploy',
    directories: words(
      'deploy deployment deployments k8s kubernetes helm charts terraform infra infrastructure ansible docker .docker kustomize .ebextensions',
    ),
    outsideSources: true,
    names:
      /^(?:(?:docker|container)file(?:[.-](?!(?:py|[cm]?[jt]s|go|rs|rb)$).{1,60}|_[^.]{1,60})?|.{1,60}\.(?:docker|container)file|(?:docker-)?compose(?:[._-][^/]{1,60})?\.ya?ml|.{1,100}\.(?:tf|tfvars|tofu|bicep|bicepparam|nomad|service|container)|.{1,100}\.nomad\.hcl|(?:docker-)?bake[^/]{0,60}\.hcl|terragrunt\.hcl|(?:[^/]{1,60}\.)?parameters(?:\.[^/]{1,40})?\.json|azuredeploy[^/]{0,40}\.json|samconfig\.toml|supervisord?\.(?:conf|ini)|(?:chart|kustomization|skaffold|render|serverless|pulumi|playbook)\.ya?ml|procfile|fly\.toml|vercel\.json|netlify\.toml|wrangler\.(?:toml|jsonc?)|railway\.(?:toml|json))$/,
  },
];

export function usageOf(path: string): Usage {
  const lower = path.toLowerCase();
  const segments = lower.split('/');
  const name = segments.pop() ?? '';
  const sources = segments.findIndex((segment) => SOURCES.has(segment));
  const outside = sources < 0 ? segments : segments.slice(0, sources);
  for (const { usage, directories, outsideSources, names, paths } of CLASSES) {
    const where = outsideSources ? outside : segments;
    if (where.some((segment) => directories.has(segment)) || names.test(name) || paths?.test(lower) || isTestPath(usage, path))
      return usage;
  }
  return 'runtime';
}

/** Java, Kotlin, C# and Swift name tests and their projects by a word at the end, which only its capital tells from `contest`. */
function isTestPath(usage: Usage, path: string): boolean {
  if (usage !== 'test') return false;
  return (
    /(?:[a-z0-9]|\.)(?:Unit|Integration)?Tests?\//.test(path) ||
    /(?:[a-z0-9]|^|\/)(?:Tests?|TestCase|Spec|IT)\.(?:java|kt|cs|swift|scala|groovy|php)$/.test(path)
  );
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
