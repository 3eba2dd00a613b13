// Files that hold the names of values rather than values: read although no vendor is named, for what the names stand for elsewhere.
import type { Tree } from '../../formats/nodes.ts';
import { parserFor } from './parsers.ts';
import { roleOf } from './roles.ts';
import { structured } from './structured.ts';
import { withItems } from './tasks.ts';

export const helmTemplate = structured({
  name: 'helm-template',
  reads: 'templates of Helm charts: what they take from the values of the chart',
  files: /(?:^|\/)templates\/(?:[\w.-]{1,60}\/){0,4}[\w.-]{1,100}\.(?:ya?ml|tpl)$/i,
  signals: ['.Values.'],
  gate: 'always',
});

export const spring = structured({
  name: 'spring',
  reads: 'application.yml, .properties and .conf of Spring, Play and their kin, and their profiles',
  files: /(?:^|\/)(?:application|bootstrap)(?:-[\w.-]{1,60})?\.(?:ya?ml|properties|conf)$/i,
  gate: 'always',
});

/** Playbooks, tasks and handlers; what their variables hold is written in files of variables. */
export const ansible = structured({
  name: 'ansible',
  reads: 'playbooks and tasks of Ansible: what they take from files of variables',
  files:
    /(?:^|\/)(?:roles\/[\w.-]{1,80}\/(?:tasks|handlers)\/[\w./-]{1,120}|(?:tasks|handlers)\/main|playbooks\/[\w./-]{1,120}|ansible\/(?!(?:[\w.-]{1,60}\/){0,4}(?:group_vars|host_vars|vars|defaults)\/)[\w./-]{1,160}|playbook[\w.-]{0,40}|site)\.ya?ml$/,
  gate: 'always',
  parse: withLoops,
});

function withLoops(text: string, hits?: readonly number[] | null): Tree {
  const tree = parserFor('.yaml')(text, hits);
  return /^[ \t-]{0,80}(?:loop|with_\w{1,20}):/m.test(text) ? withItems(tree) : tree;
}

const FROM_MAP = 'configMapKeyRef';

/** Objects that take variables from a ConfigMap, which names the model elsewhere. */
export const kubernetes = structured({
  name: 'kubernetes',
  reads: 'objects of Kubernetes that take variables from a ConfigMap',
  files: /\.ya?ml$/,
  signals: [FROM_MAP],
  gate: 'always',
  parse: (text, hits) => parserFor('.yaml')(hits?.every((at) => text.startsWith(FROM_MAP, at)) ? withoutOthers(text) : text, hits),
});

const OBJECT = /^(?!---)[^\n]*(?:\n(?!---)[^\n]*)*/gm;
const NAME = /\b(?:name|key):[ \t]{0,20}["']?([\w.-]{2,100})/g;

/** Blanks in place of objects that say nothing of models: a release is one file of hundreds, nearly all of other kinds. */
function withoutOthers(text: string): string {
  return text.replace(OBJECT, (object) => (object.includes(FROM_MAP) && namesModel(object) ? object : ' '.repeat(object.length)));
}

/** A variable, or its key in the ConfigMap, is called after a model or the address of an API; hosts and ports are of every service. */
function namesModel(object: string): boolean {
  for (const [, name = ''] of object.matchAll(NAME)) {
    const role = roleOf(name);
    if (role === 'model' || (role === 'endpoint' && /ur[il]|base|endpoint/i.test(name))) return true;
  }
  return false;
}

/** What their parameters hold may stand in the settings of the deployment, `samconfig.toml`. */
export const sam = structured({
  name: 'sam',
  reads: 'templates of SAM: what they take from parameters',
  files: /(?:^|\/)(?:template|sam)[\w.-]{0,40}\.ya?ml$/,
  signals: ['AWS::Serverless'],
  gate: 'always',
});
