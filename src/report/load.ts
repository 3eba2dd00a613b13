// The reporters one by one, for whoever needs only one: a text report does not wait for the SARIF library.
import type { Format, Reporter } from './index.ts';

export const loaders: Readonly<Record<Format, () => Promise<Reporter>>> = {
  text: async () => (await import('./text.ts')).text,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif.ts')).sarif,
};
