// The registry of reporters. A new one is a pure function, a line here and a golden file.
import { json } from './json.ts';
import type { Reporter } from './options.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

export type { Reporter, ReportOptions } from './options.ts';

export type Format = 'text' | 'json' | 'sarif';

export const reporters: Readonly<Record<Format, Reporter>> = { text, json, sarif };
