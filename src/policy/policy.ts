// What the user wants done about findings. A policy sets dispositions and may raise a score; it drops nothing.
export { type ApplyOptions, applyPolicy } from './apply.ts';
export { type InlineSuppression, inlineSuppressions } from './inline.ts';
export { type Known, knownFrom } from './known.ts';
export { loadPolicy, type PolicyPlace, type ReadOptions, readPolicy } from './load.ts';
export { openPolicy, type Policy, type Statement, type Suppression } from './open.ts';
