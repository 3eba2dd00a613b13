// A walker of a tree-like configuration: the generic reading, and what only this kind of file says.
import type { Document } from '../../formats/document.ts';
import { get, mapOf, type Node, stringOf, type Tree } from '../../formats/nodes.ts';
import type { Sighting } from '../../model.ts';
import { notice } from '../evidence.ts';
import type { Walker } from '../walker.ts';
import { isObject, readObject } from './objects.ts';
import { parserFor } from './parsers.ts';
import { isNoCredential, isRecording, withoutResponses } from './recording.ts';
import { type Reading, rootSpot, type Spot, startReading } from './sight.ts';
import { readTree } from './tree.ts';

export interface Structure extends Omit<Walker, 'read'> {
  /** Top-level keys that `extra` reads instead. */
  readonly owns?: readonly string[];
  /** The file is about the tools of developers, not about what is shipped. */
  readonly forDevelopers?: boolean;
  /** Files in which names of models lead with that of their provider. */
  readonly prefixed?: RegExp;
  /** What the generic reading takes for something that it is not in these files. */
  isNone?(seen: Sighting): boolean;
  parse?(text: string, hits?: readonly number[] | null): Tree;
  extra?(reading: Reading, root: Node, spot: Spot): void;
}

export function structured({ owns = [], forDevelopers = false, prefixed, isNone, parse, extra, ...walker }: Structure): Walker {
  return {
    ...walker,
    *read(document) {
      const tree = (parse ?? parserFor(document.path))(document.text, document.hits);
      const reading = startReading(document);
      const recorded = isRecording(tree);
      const spot = {
        ...spotOf(document, { forDevelopers, recorded, deployed: isDeployment(tree), written: isWritten(document, tree) }),
        ...(prefixed?.test(document.path) && { prefixed: true }),
      };
      for (const root of tree.roots) {
        extra?.(reading, root, spot);
        readObject(reading, root, spot);
      }
      readTree(
        reading,
        tree.roots.map((root) => without(recorded ? withoutResponses(root) : root, owns)),
        spot,
      );
      const seen = isNone ? reading.out.filter((one) => !isNone(one)) : reading.out;
      const translated = isTranslation(document.path);
      yield* recorded || translated ? seen.filter((one) => isNoCredential(one) && !(translated && isKey(one))) : seen;
      yield* noticesOf(document, tree);
    },
  };
}

/** What a site shows and what a comparison measured. */
const SHOWN = /(?:^|\/)_data\/|leader-?_?board/i;

/** What a program says, in one language: `locales/de/settings.json`, `i18n/zh-CN.yaml`. Its keys are called after what is labelled. */
const TRANSLATION =
  /(?:^|\/)(?:_?locales?|i18n|l10n|translations?|langs?|languages)\/(?:[\w.-]{1,60}\/){0,4}?[a-z]{2,3}(?:[-_][A-Za-z]{2,4}){0,2}(?:\/(?:[\w.-]{1,60}\/){0,4}[\w.-]{1,100})?\.(?:json[c5]?|ya?ml|toml|ini|properties)$/;

/** It is told by the key alone. */
function isKey(seen: Sighting): boolean {
  return seen.kind === 'model' && seen.name === seen.evidence.route.at(-1);
}

function isTranslation(path: string): boolean {
  return TRANSLATION.test(path);
}

/** As many rows were written by a program: what it did, or what somebody collected. */
const MANY_ROWS = 20;

function isWritten({ path }: Document, { roots }: Tree): boolean {
  return roots.length >= MANY_ROWS && /\.(?:jsonl|ndjson)$/i.test(path);
}

/** What a file holds that its path does not tell. */
interface Kind {
  readonly forDevelopers: boolean;
  readonly recorded: boolean;
  readonly deployed: boolean;
  readonly written: boolean;
}

function spotOf(document: Document, { forDevelopers, recorded, deployed, written }: Kind): Spot {
  const spot = rootSpot(document);
  if (recorded) return { ...spot, usage: 'test' };
  if (written && document.usage === 'runtime') return { ...spot, usage: 'generated' };
  if (deployed && document.usage === 'runtime') return { ...spot, usage: 'deploy' };
  if (document.usage === 'runtime' && (SHOWN.test(document.path) || isTranslation(document.path))) return { ...spot, usage: 'docs' };
  return forDevelopers && document.usage === 'runtime' ? { ...spot, usage: 'developer-tool' } : spot;
}

/** Objects of Kubernetes and templates of CloudFormation and Azure are for deploying, wherever they lie. */
function isDeployment({ roots }: Tree): boolean {
  return roots.some((root) => get(root, 'AWSTemplateFormatVersion') !== null || isObject(root) || isArm(root));
}

function isArm(root: Node): boolean {
  return /\/(?:\w{0,40}[dD]eploymentTemplate|deploymentParameters)\.json#?$/.test(stringOf(get(root, '$schema'))?.value ?? '');
}

function without(root: Node, keys: readonly string[]): Node {
  if (root.kind !== 'map' || keys.length === 0) return root;
  return mapOf(
    root.entries.filter(({ key }) => !keys.includes(key.value)),
    root.start,
    root.end,
  );
}

/** At most one: what follows the first problem is often its consequence. */
export function* noticesOf(document: Document, { problems }: Tree) {
  const [first] = problems;
  if (first) yield notice(document, 'unreadable-part', first.detail, first.offset);
}
