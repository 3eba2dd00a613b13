// What the user wants done about findings. A policy sets dispositions and may raise a score; it drops nothing.
export { type ApplyOptions, applyPolicy } from './apply.ts';
export { type InlineSuppression, inlineSuppressions } from './inline.ts';
export { loadPolicy, type PolicyPlace, readPolicy } from './load.ts';
export { openPolicy, type Policy, type Statement, type Suppression } from './open.ts';
