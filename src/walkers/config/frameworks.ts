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
