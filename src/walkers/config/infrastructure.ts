// Infrastructure as code: Terraform and its relatives, rewrites of reverse proxies.
import { parseBicep, parseHcl } from '../../formats/hcl.ts';
import { scalar } from '../../formats/nodes.ts';
import type { Sighting } from '../../model.ts';
import type { Walker } from '../walker.ts';
import { withLoops } from './loops.ts';
import { readBicepModules, readModules } from './modules.ts';
import { rootSpot, startReading } from './sight.ts';
import { structured } from './structured.ts';
import { END } from './suffix.ts';
import { readUrls } from './value.ts';

export const terraform = structured({
  name: 'terraform',
  reads: 'Terraform, OpenTofu, Terragrunt, Packer, Nomad and Docker Bake files: attributes, variables, locals, modules, environments',
  files: new RegExp(String.raw`\.(?:tf|tofu|tfvars|hcl|nomad)${END}`, 'i'),
  gate: 'always',
  parse: (text) => (text.includes('for_each') ? withLoops(parseHcl(text)) : parseHcl(text)),
  isNone: isTarget,
  extra: readModules,
});

/** What a target of Docker Bake is called, and the groups that list it. */
function isTarget(seen: Sighting): boolean {
  if (seen.kind !== 'model') return false;
  const [first, , third, ...more] = seen.evidence.route;
  return (first === 'target' && third === undefined) || (first === 'group' && third === 'targets' && more.length < 2);
}

export const bicep = structured({
  name: 'bicep',
  reads: 'Bicep files: parameters, modules and properties of resources',
  files: /\.bicep(?:param)?$/i,
  gate: 'always',
  parse: parseBicep,
  extra: readBicepModules,
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
