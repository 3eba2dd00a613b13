// What a rule is, in words: `rules/README.md` and `waybill explain`, from the objects that also judge.
import type { Rule } from '../model.ts';
import { UsageError } from '../util/errors.ts';
import { nearest } from '../util/nearest.ts';
import { by } from '../util/sort.ts';
import { isNearMiss } from './cases.ts';
import { type Conditions, matcherNames } from './match.ts';
import { renderFor } from './message.ts';
import type { Risk, RiskCase } from './risk.ts';
import type { RuleSet } from './ruleset.ts';

/** Stands where no single vendor is meant. */
const ANY_VENDOR = 'the vendor';

/**
 * The text about a rule (`deepseek-endpoint`) or a class (`endpoint`).
 * @throws UsageError for a name that is neither.
 */
export function explain(name: string, ruleset: RuleSet): string {
  const rule = ruleset.rules.find(({ id }) => id === name);
  const risk = ruleset.risks.find((item) => item.class === (rule?.class ?? name));
  if (risk === undefined) throw unknownRule(name, ruleset);
  const vendor = rule === undefined ? ANY_VENDOR : (ruleset.vendor(rule.vendor)?.name ?? rule.vendor);
  const rules = ruleset.rules.filter((item) => item.class === risk.class);
  const heading = `${name}: ${renderFor(risk.title, vendor)}`;
  const standing =
    rule === undefined ? `Rules of this class: ${rules.map(gravityOf).join(', ') || 'none'}` : `Severity: ${gravityOf(rule)}`;
  return `${[heading, standing, ...sections(risk, vendor, '')].join('\n\n')}\n`;
}

function unknownRule(name: string, { rules, risks }: RuleSet): UsageError {
  const near = nearest(name, [...rules.map(({ id }) => id), ...risks.map((risk) => risk.class)]);
  const hint = near === null ? '`waybill rules list` shows the rules' : `did you mean ${near}?`;
  return new UsageError(`there is no rule ${name}`, { code: 'unknown-rule', hint });
}

function gravityOf({ id, level, securitySeverity }: Rule): string {
  return `${id} (${level}${securitySeverity === null ? '' : `, ${securitySeverity.toFixed(1)}`})`;
}

function sections(risk: Risk, vendor: string, prefix: '' | '**'): string[] {
  const titled = (title: string, text: string) => `${prefix}${title}${prefix}\n\n${text}`;
  return [
    titled('Why it matters', renderFor(risk.why, vendor)),
    titled('What to do', renderFor(risk.fix, vendor)),
    titled('When it holds', conditionsOf(risk)),
    titled('Examples', risk.cases.map(exampleOf).join('\n\n')),
    ...(risk.references.length === 0 ? [] : [titled('References', risk.references.map((url) => `- ${url}`).join('\n'))]),
  ];
}

function conditionsOf({ when, unless }: Risk): string {
  const lines = (list: readonly Conditions[], lead: string) => list.map((conditions) => `- ${lead}${conditionText(conditions)}`);
  return [...lines(when, ''), ...lines(unless, 'but not: ')].join('\n');
}

function conditionText(conditions: Conditions): string {
  return matcherNames.flatMap((name) => (conditions[name] === undefined ? [] : `${name} is ${conditions[name].join(' or ')}`)).join(', ');
}

function exampleOf(example: RiskCase): string {
  const verdict = isNearMiss(example) ? 'Not found' : 'Found';
  const files = Object.entries(example.files).map(([path, text]) => `\`${path}\`\n\n${indented(text)}`);
  return [`${verdict}: ${example.name}.`, ...files].join(' ');
}

/** A block of Markdown that any text fits into, and a plain one in a terminal. */
function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`.trimEnd())
    .join('\n');
}

/** `rules/README.md`: every class with its rules, tested to be up to date. */
export function readme(ruleset: RuleSet): string {
  const risks = ruleset.risks.toSorted(by((risk) => risk.class));
  const rows = risks.map((risk) => [`[${risk.class}](#${risk.class})`, renderFor(risk.title, ANY_VENDOR), ...gravities(risk, ruleset)]);
  const head = ['class', 'what it finds', 'severity', 'vendors'];
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const parts = risks.map((risk) =>
    [`## ${risk.class}`, `${renderFor(risk.title, ANY_VENDOR)}.`, ...sections(risk, ANY_VENDOR, '**')].join('\n\n'),
  );
  return `${[HEAD, table, ...parts].join('\n\n')}\n`;
}

/** Vendors differ by the lists that name them and by where their servers are. */
function gravities(risk: Risk, { rules, vendor: vendorOf }: RuleSet): [string, string] {
  const own = rules.filter((rule) => rule.class === risk.class);
  const all = new Set(rules.map(({ vendor }) => vendor).filter((vendor) => vendorOf(vendor) !== null)).size;
  const values = own.map(({ securitySeverity }) => securitySeverity ?? 0).toSorted(by((value) => value));
  const [least, most] = [values[0] ?? 0, values.at(-1) ?? 0].map((value) => value.toFixed(1));
  const names = own.map(({ vendor }) => vendor).join(', ');
  return [least === most ? `${least}` : `${least} to ${most}`, own.length === all ? 'all' : names || 'none'];
}

const HEAD = `# Rules

Generated from \`rules/risks/*.yaml\`; edit those.

A rule's id is \`<vendor>-<class>\`, such as \`deepseek-endpoint\`: platforms show a severity and filter by rule, so that vendors and
classes are told apart by it. There is one file a class and none a vendor; a vendor gets the rules for which it has facts.
A rule's severity is the score of a usual hit at run time. Each finding has a score of its own, which says where it stands and how
sure it is. In examples, \`«…»\` marks what is found.`;
