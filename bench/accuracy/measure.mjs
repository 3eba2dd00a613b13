// What a report says about labelled places. Pure: labels and a report in, verdicts and counts out.

const FAMILY_OF_VENDOR = { alibaba: 'qwen', deepseek: 'deepseek', minimax: 'minimax', moonshot: 'kimi' };

const LANGUAGES = {
  python: ['py', 'pyi'],
  notebook: ['ipynb'],
  typescript: ['ts', 'tsx', 'mts', 'vue', 'svelte'],
  javascript: ['js', 'jsx', 'mjs', 'cjs'],
  go: ['go'],
  java: ['java'],
  kotlin: ['kt', 'kts'],
  scala: ['scala'],
  rust: ['rs'],
  'c#': ['cs', 'razor', 'csproj', 'sln'],
  ruby: ['rb'],
  shell: ['sh', 'bash', 'slurm', 'ps1', 'fish'],
  php: ['php'],
  swift: ['swift'],
  elixir: ['ex', 'exs'],
  dart: ['dart'],
  r: ['r', 'rmd', 'rd'],
  'c++': ['c', 'cc', 'cpp', 'h', 'hpp'],
  nix: ['nix'],
  terraform: ['tf', 'tfvars', 'hcl', 'tpl'],
  yaml: ['yaml', 'yml'],
  json: ['json', 'jsonc'],
  markdown: ['md', 'mdx', 'rst'],
};
const BY_EXTENSION = new Map(Object.entries(LANGUAGES).flatMap(([name, ends]) => ends.map((end) => [end, name])));

export function languageOf(path) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return BY_EXTENSION.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? 'other';
}

/** Every place a report speaks about: `told` where a finding stands, else only listed in the inventory. */
export function placesOf(report) {
  const told = report.findings.flatMap((finding) => [finding.subject, ...finding.also].map((subject) => placeOf(subject, finding)));
  const groups = new Set(told.map(groupOf));
  const known = new Set(told.map(keyOf));
  const listed = report.inventory.map((subject) => placeOf(subject, null)).filter((place) => place && !known.has(keyOf(place)));
  return { told, listed: listed.filter((place) => groups.has(groupOf(place))) };
}

function placeOf(subject, finding) {
  const { evidence, kind } = subject.reference;
  const families = new Set(subject.identity.families);
  const vendor = FAMILY_OF_VENDOR[subject.identity.vendor];
  if (vendor) families.add(vendor);
  return {
    path: evidence.path,
    line: evidence.region?.startLine ?? 0,
    last: evidence.region?.endLine ?? 0,
    kind,
    families,
    rule: finding?.rule ?? null,
    usage: evidence.usage,
    name: subject.reference.name ?? subject.reference.url ?? '',
  };
}

const keyOf = (place) => `${place.path}:${place.line}:${place.name}`;
const groupOf = (place) => `${place.path}:${[...place.families].sort().join()}`;

/**
 * Labels with what became of them. A `must` is found where a finding stands on its line (`told`), or where a finding stands for
 * it (`grouped`): of the same family, in the same file, where the inventory holds the place or the file is documentation or a
 * catalogue, which say one thing many times. A `not` is a false alarm where a finding stands on its line.
 */
export function judge(labels, report) {
  const { told, listed } = placesOf(report);
  const toldAt = indexByLine(told);
  const listedAt = indexByLine(listed);
  const spoken = told.filter((place) => place.usage === 'docs' || place.usage === 'catalogue');
  const spokenFor = new Set(spoken.flatMap((place) => [...place.families].map((family) => `${place.path}:${family}`)));
  const places = labels.places.map((label) => {
    const here = (index) => index.get(`${label.path}:${label.line}`) ?? [];
    const same = (place) => label.verdict === 'not' || place.families.has(label.family);
    const hit = here(toldAt).find(same);
    const stands = here(listedAt).some(same) || (label.verdict !== 'not' && spokenFor.has(`${label.path}:${label.family}`));
    const state = hit ? 'told' : stands ? 'grouped' : 'silent';
    return { ...label, language: languageOf(label.path), state, name: hit?.name ?? null };
  });
  const labelled = new Set(labels.places.map((label) => `${label.path}:${label.line}`));
  const unlabelled = told.filter((place) => !labelled.has(`${place.path}:${place.line}`));
  return { places, unlabelled, told: told.length };
}

function indexByLine(places) {
  const index = new Map();
  for (const place of places) {
    for (let line = place.line; line <= Math.max(place.line, place.last); line++) {
      const key = `${place.path}:${line}`;
      index.set(key, [...(index.get(key) ?? []), place]);
    }
  }
  return index;
}

/** Counts by one property of the places. `alarms` adds findings in a repository that must have none. */
export function tally(places, property) {
  const rows = new Map();
  for (const place of places) {
    const name = property === null ? 'all' : place[property];
    const row = rows.get(name) ?? { must: 0, told: 0, grouped: 0, may: 0, mayTold: 0, not: 0, alarms: 0 };
    rows.set(name, row);
    count(row, place);
  }
  return new Map([...rows].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function count(row, place) {
  row[place.verdict] += 1;
  if (place.verdict === 'must' && place.state !== 'silent') row[place.state] += 1;
  if (place.verdict === 'may' && place.state === 'told') row.mayTold += 1;
  if (place.verdict === 'not' && place.state === 'told') row.alarms += 1;
}

export const recall = (row) => (row.must === 0 ? null : (row.told + row.grouped) / row.must);

/** Of the labelled lines that a finding stands on, those that may carry one. */
export function precision(row) {
  const right = row.told + row.mayTold;
  return right + row.alarms === 0 ? null : right / (right + row.alarms);
}
