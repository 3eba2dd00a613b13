// Subjects -> findings: which rules hold, how grave each is, and one finding for what is one problem.
import type { Context, Finding, Region, Score, Subject, Usage } from '../model.ts';
import { factorsOf } from '../score/factors.ts';
import { score } from '../score/score.ts';
import { by } from '../util/sort.ts';
import { fingerprints } from './fingerprint.ts';
import { matches } from './match.ts';
import { render } from './message.ts';
import type { Risk } from './risk.ts';
import type { RuleSet } from './ruleset.ts';

interface Hit {
  readonly rule: string;
  readonly risk: Risk;
  readonly subject: Subject;
  readonly score: Score;
  readonly vendor: string;
}

/** Ordered by path, line, column and rule. An ambiguous or unknown identity is inventory, not a finding. */
export function judge(subjects: readonly Subject[], ruleset: RuleSet): Finding[] {
  const groups = new Map<string, Hit[]>();
  for (const hit of subjects.flatMap((subject) => hitsOf(subject, ruleset))) {
    const key = groupKey(hit);
    const group = groups.get(key);
    if (group) group.push(hit);
    else groups.set(key, [hit]);
  }
  const merged = [...groups.values()].map(mergedHits).toSorted(byPlace);
  const marks = fingerprints(merged.map(({ main }) => ({ rule: main.rule, subject: main.subject, grouped: isListed(main.subject) })));
  return merged.map(({ main, also }, index) => ({
    rule: main.rule,
    level: main.score.level,
    score: main.score,
    message: render(messageFor(main), main.subject, main.vendor),
    subject: main.subject,
    also: also.map(({ subject }) => subject),
    fingerprint: marks[index] ?? '',
    disposition: 'active',
    reason: null,
  }));
}

function hitsOf(subject: Subject, ruleset: RuleSet): Hit[] {
  const { outcome, certainty, vendor: id, packageRole } = subject.identity;
  // The name of a package is a likeness at best, and its rule says no more than that.
  const isGuess = certainty === 'ambiguous' && packageRole !== 'lookalike';
  if (outcome === 'unknown' || isGuess) return [];
  const vendor = ruleset.vendor(id);
  if (vendor === null) return [];
  const matchable = { subject, shape: ruleset.shapeOf(subject, vendor.id) };
  return ruleset.rulesOf(vendor.id).flatMap((own) => {
    const { rule, risk } = own;
    if (!matches(risk, matchable)) return [];
    const result = score(factorsOf(subject, ruleset.circumstances(subject, own)));
    return result.level === 'none' ? [] : [{ rule: rule.id, risk, subject, score: result, vendor: vendor.name }];
  });
}

const CATALOGUES: ReadonlySet<Usage> = new Set(['catalogue', 'denylist']);
const LISTS: ReadonlySet<Usage> = new Set([...CATALOGUES, 'docs', 'generated']);
const MENTIONS: ReadonlySet<Context> = new Set(['comment', 'comparison', 'import']);

/** A list of models, a text about them, what a program wrote or the head of a module is one statement, however many rows it has. */
function isListed({ reference: { evidence } }: Subject): boolean {
  return LISTS.has(evidence.usage) || MENTIONS.has(evidence.context);
}

const SPEAKS: ReadonlySet<Context> = new Set(['comment', 'comparison', 'text']);

function messageFor({ risk, subject: { reference } }: Hit): string {
  const { usage, context } = reference.evidence;
  const isMention = SPEAKS.has(context) || (usage === 'docs' && context !== 'command');
  return isMention ? (risk.mention ?? risk.message) : risk.message;
}

/**
 * By place, not by line: a finding must not go when a file is laid out anew. Reporters may show a line as one. A catalogue names the
 * same models on every platform there is, so that all that it says of a family is one.
 */
function groupKey({ rule, vendor, subject }: Hit): string {
  const { path, region, usage } = subject.reference.evidence;
  if (CATALOGUES.has(usage)) return JSON.stringify([vendor, path, subject.identity.family]);
  const { startLine = 0, startColumn = 0 } = definitionOf(subject) ?? region ?? {};
  const place = isListed(subject) ? [`list of ${subject.identity.family}`] : [startLine, startColumn];
  return JSON.stringify([rule, path, ...place]);
}

/** Where the same file gives a constant the value that is used under its name: what is wrong is wrong there. */
function definitionOf({ reference: { evidence }, lineage }: Subject): Region | null {
  const given = lineage.findLast(({ from, relation }) => relation === 'alias' && from.startsWith('symbol:'));
  return given?.evidence?.path === evidence.path ? given.evidence.region : null;
}

interface Merged {
  readonly main: Hit;
  readonly also: readonly Hit[];
}

/** The gravest of those that are a value themselves speaks for all; of equals the first. What two walkers saw at one place is one thing. */
function mergedHits(hits: readonly Hit[]): Merged {
  const inOrder = hits.toSorted(byRegion);
  const values = inOrder.filter(({ subject }) => definitionOf(subject) === null);
  const speakers = values.length > 0 ? values : inOrder;
  const grave = Math.max(...speakers.map((hit) => hit.score.score));
  const main = speakers.find((hit) => hit.score.score === grave) as Hit;
  const seen = new Set([placeKey(main)]);
  const also = inOrder.filter((hit) => !seen.has(placeKey(hit)) && seen.add(placeKey(hit)));
  return { main, also };
}

function placeKey({ subject: { reference } }: Hit): string {
  return JSON.stringify([reference.kind, reference.evidence.region, reference.kind === 'model' ? reference.name : null]);
}

const lineOf = ({ subject }: Hit) => subject.reference.evidence.region?.startLine ?? 0;
const columnOf = ({ subject }: Hit) => subject.reference.evidence.region?.startColumn ?? 0;
const byRegion = by<Hit>(
  lineOf,
  columnOf,
  ({ subject }) => subject.reference.kind,
  ({ subject }) => subject.identity.model ?? '',
);
const byPlace = by<Merged>(
  ({ main }) => main.subject.reference.evidence.path,
  ({ main }) => lineOf(main),
  ({ main }) => columnOf(main),
  ({ main }) => main.rule,
);
