// Coding agents and editors: which model a developer's tools talk to. What is said here is about the tools, not the product.

import { posix } from 'node:path';
import { type Entry, entriesOf, get, itemsOf, type MapNode, mapOf, type Node, slice, stringOf } from '../../formats/nodes.ts';
import { isModelLike } from './looks.ts';
import { ownAddress } from './providers.ts';
import { type Reading, type Spot, sightCredential, sightEdge, sightModel } from './sight.ts';
import { structured } from './structured.ts';
import { END } from './suffix.ts';
import { readTree } from './tree.ts';

/** The hidden directories of agents and editors; their settings are called alike everywhere. */
const DIRECTORIES = String.raw`\.(?:claude|codex|continue|cursor|gemini|crush|opencode|aider|goose|zed|vscode|roo|cline|kilocode|pi|windsurf|trae|claude-code-router|augment|factory|amp|devcontainer)/(?:[\w.-]{1,60}/){0,3}[\w.-]{1,60}|\.[\w-]{2,40}/(?:[\w.-]{1,60}/){0,2}(?:settings|config|mcp|models|agent|agents)[\w.-]{0,30}`;
const FILES = String.raw`\.?(?:opencode|crush|kilo|mcp|cline_mcp_settings|mcp_settings|claude_desktop_config|roo[\w-]{0,30}settings|devcontainer|claude-settings|settings\.local)\.jsonc?|\.aider[\w.-]{0,40}\.(?:ya?ml|json)|\.?(?:codex|goose|continue|opencode|claude-code-router)[\w-]{0,30}\.(?:json|jsonc|toml|ya?ml)`;

/** Read here where they have the form that is known, and like any other key where they have not. */
const OWN = ['Router', 'alias', 'aliases', 'api-key'];
const PAIRS = new Set(['alias', 'aliases', 'api-key']);

const AGENT = {
  gate: 'hits',
  forDevelopers: true,
  prefixed: /aider|opencode|kilo|(?:^|\/)\.pi\//,
  owns: OWN,
  extra(reading: Reading, root: Node, spot: Spot) {
    readProviders(reading, root, spot);
    for (const entry of entriesOf(root)) {
      if (entry.key.value === 'Router' && entry.value.kind === 'map') readRoutes(reading, entry.value, spot, root);
      else if (PAIRS.has(entry.key.value) && entry.value.kind === 'list') readPairs(reading, entry, spot);
      else if (OWN.includes(entry.key.value)) readTree(reading, [mapOf([entry], root.start, root.end)], spot);
    }
  },
} as const;

export const agents = structured({
  name: 'agents',
  reads: 'settings of coding agents and editors (Claude Code, Codex, opencode, Crush, Continue, Aider, Zed, VS Code, MCP)',
  files: new RegExp(String.raw`(?:^|/)(?:(?:${DIRECTORIES})\.(?:json|jsonc|toml|ya?ml)|${FILES})${END}`, 'i'),
  ...AGENT,
});

/** Wherever such settings are kept: one file for each provider, in a folder of dotfiles. */
export const agentSettings = structured({
  name: 'agent-settings',
  reads: 'settings of coding agents by what they hold: their schema, or keys that nobody else has',
  files: new RegExp(String.raw`\.(?:json|jsonc|toml)${END}`, 'i'),
  signals: [
    'https://opencode.ai/config.json',
    'https://charm.land/crush.json',
    'claude-code-settings.json',
    '"ANTHROPIC_DEFAULT_HAIKU_MODEL"',
    '"ANTHROPIC_DEFAULT_SONNET_MODEL"',
    '"ANTHROPIC_SMALL_FAST_MODEL"',
    '"CLAUDE_CODE_',
    'wire_api = ',
    '"apiModelId"',
    '"planModeApiProvider"',
    '"actModeApiProvider"',
  ],
  ...AGENT,
});

/** Providers under names of the user's own, by which other files around ask for models: plugins' settings, agents' pages. */
function readProviders(reading: Reading, root: Node, spot: Spot): void {
  const folder = posix.dirname(reading.document.path);
  for (const section of ['provider', 'providers']) {
    for (const { key, value } of entriesOf(get(root, section))) {
      const url = value.kind === 'map' ? ownAddress(value.entries) : null;
      const within = { ...spot, route: [section, key.value] };
      if (url) sightEdge(reading, key, within, { from: `symbol:${folder}#provider.${key.value}`, relation: 'alias', to: url });
    }
  }
}

function readRoutes(reading: Reading, routes: MapNode, spot: Spot, root: Node): void {
  for (const entry of routes.entries) {
    if (stringOf(entry.value)?.value.includes(',')) readRoute(reading, entry.value, { ...spot, route: ['Router', entry.key.value] }, root);
    else readTree(reading, [mapOf([entry], routes.start, routes.end)], { ...spot, route: ['Router'] });
  }
}

function readPairs(reading: Reading, { key, value }: Entry, spot: Spot): void {
  itemsOf(value).forEach((item, index) => {
    readPair(reading, item, { ...spot, route: [key.value, `[${index}]`] }, key.value === 'api-key');
  });
}

/** claude-code-router: `provider,model`. */
function readRoute(reading: Reading, value: Node, spot: Spot, root: Node): void {
  const route = stringOf(value);
  const comma = route?.value.indexOf(',') ?? -1;
  if (!route || comma < 1) return;
  const provider = route.value.slice(0, comma).trim();
  const model = slice(route, comma + 1, route.value.length);
  const settings = itemsOf(get(root, 'Providers')).find((one) => stringOf(get(one, 'name'))?.value === provider);
  const endpoint = stringOf(get(settings, 'api_base_url'))?.value ?? null;
  if (isModelLike(model.value.trim())) sightModel(reading, model, { ...spot, provider, endpoint });
}

/** Aider: `alias: ["fast:name"]`, `api-key: ["provider=key"]`. */
function readPair(reading: Reading, item: Node, spot: Spot, isKey: boolean): void {
  const pair = stringOf(item);
  const cut = pair?.value.search(/[:=]/) ?? -1;
  if (!pair || cut < 1) return;
  const left = slice(pair, 0, cut);
  const right = slice(pair, cut + 1, pair.value.length);
  if (isKey) sightCredential(reading, left, spot, { secret: right.value });
  else if (isModelLike(right.value)) {
    sightModel(reading, right, spot);
    sightEdge(reading, right, spot, { from: left.value, relation: 'alias', to: right.value });
  }
}
