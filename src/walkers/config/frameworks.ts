// Files that hold the names of values rather than values: read although no vendor is named, for what the names stand for elsewhere.
import { structured } from './structured.ts';

export const helmTemplate = structured({
  name: 'helm-template',
  reads: 'templates of Helm charts: what they take from the values of the chart',
  files: /(?:^|\/)templates\/(?:[\w.-]{1,60}\/){0,4}[\w.-]{1,100}\.(?:ya?ml|tpl)$/i,
  signals: ['.Values.'],
  gate: 'always',
});

export const spring = structured({
  name: 'spring',
  reads: 'application.yml and .properties of Spring and its kin, and their profiles',
  files: /(?:^|\/)(?:application|bootstrap)(?:-[\w.-]{1,60})?\.(?:ya?ml|properties)$/i,
  gate: 'always',
});

/** Playbooks, tasks and handlers; what their variables hold is written in files of variables. */
export const ansible = structured({
  name: 'ansible',
  reads: 'playbooks and tasks of Ansible: what they take from files of variables',
  files:
    /(?:^|\/)(?:roles\/[\w.-]{1,80}\/(?:tasks|handlers)\/[\w./-]{1,120}|(?:tasks|handlers)\/main|playbooks\/[\w./-]{1,120}|playbook[\w.-]{0,40}|site)\.ya?ml$/,
  gate: 'always',
});

/** Objects that take variables from a ConfigMap, which names the model elsewhere. */
export const kubernetes = structured({
  name: 'kubernetes',
  reads: 'objects of Kubernetes that take variables from a ConfigMap',
  files: /\.ya?ml$/,
  signals: ['configMapKeyRef'],
  gate: 'always',
});
