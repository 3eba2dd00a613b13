// Infrastructure as code: Terraform and its relatives, rewrites of reverse proxies.
import { parseBicep, parseHcl } from '../../formats/hcl.ts';
import { entriesOf, get, type Node, scalar, stringOf } from '../../formats/nodes.ts';
import type { Walker } from '../walker.ts';
import { variablesIn } from './interpolate.ts';
import { isModelLike, isUrl } from './looks.ts';
import { moduleVariable } from './naming.ts';
import { type Reading, rootSpot, type Spot, sightEdge, startReading } from './sight.ts';
import { structured } from './structured.ts';
import { END } from './suffix.ts';
import { readUrls } from './value.ts';

export const terraform = structured({
  name: 'terraform',
  reads: 'Terraform, OpenTofu, Packer and Nomad files: attributes, variable defaults, locals, environments',
  files: new RegExp(String.raw`\.(?:tf|tofu|tfvars|hcl|nomad)${END}`, 'i'),
  gate: 'always',
  parse: parseHcl,
  extra(reading, root, spot) {
    for (const { key, value } of entriesOf(get(root, 'module'))) readModule(reading, value, { ...spot, route: ['module', key.value] });
  },
});

/** What a module is given: the arguments are the variables of the directory that `source` names. */
function readModule(reading: Reading, module: Node, spot: Spot): void {
  const source = stringOf(get(module, 'source'))?.value ?? '';
  for (const { key, value } of entriesOf(module)) {
    const written = stringOf(value);
    const from = moduleVariable(reading.document.path, source, key.value);
    if (!written || !from || key.value === 'source') continue;
    const [variable] = variablesIn(written.value);
    const to = variable ? reading.naming.refers(variable.name) : written.value;
    if (to && (variable || isModelLike(to) || isUrl(to)))
      sightEdge(reading, written, { ...spot, route: [...spot.route, key.value] }, { from, relation: 'alias', to });
  }
}

export const bicep = structured({
  name: 'bicep',
  reads: 'Bicep files: parameters and properties of resources',
  files: /\.bicep(?:param)?$/i,
  gate: 'hits',
  parse: parseBicep,
});

export const proxy: Walker = {
  name: 'proxy',
  reads: 'reverse proxies (nginx, Apache, Caddy, HAProxy): the addresses that requests are passed to',
  files:
    /(?:^|\/)(?:nginx[\w.-]{0,40}\.(?:conf|tmpl|template)|(?:nginx|conf\.d|sites-(?:available|enabled)|templates)\/[\w./-]{1,80}\.(?:conf|template|conf\.template)|Caddyfile[\w.-]{0,20}|haproxy[\w.-]{0,20}\.cfg|\.htaccess|_redirects|httpd[\w.-]{0,20}\.conf)$/i,
  gate: 'hits',
  *read(document) {
    const reading = startReading(document);
    const spot = rootSpot(document);
    for (const { 0: line, index } of document.text.matchAll(/[^\r\n]{1,4000}/g)) {
      if (!/^\s{0,100}#/.test(line)) readUrls(reading, scalar(line, index, index + line.length), { ...spot, route: directive(line) });
    }
    yield* reading.out;
  },
};

function directive(line: string): readonly string[] {
  const word = /^\s{0,100}([A-Za-z_]\w{1,40})\s/.exec(line)?.[1];
  return word === undefined ? [] : [word];
}
