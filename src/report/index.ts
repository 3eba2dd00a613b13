// The registry of reporters. A new one is a pure function, a line here and a golden file.
import { json } from './json.ts';
import type { Reporter } from './options.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

export type { Reporter, ReportOptions } from './options.ts';

export const reporters = { text, json, sarif } as const satisfies Readonly<Record<string, Reporter>>;

export type Format = keyof typeof reporters;
