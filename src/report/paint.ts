// The colours. Only those that can be read on light and on dark ground: no yellow, no white, nothing that is dim only.
import picocolors from 'picocolors';
import type { Level } from '../model.ts';

export interface Paint {
  readonly bold: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly good: (text: string) => string;
  readonly level: Readonly<Record<Level, (text: string) => string>>;
}

export function paint(color: boolean): Paint {
  const c = picocolors.createColors(color);
  return {
    bold: c.bold,
    heading: (text) => c.bold(c.underline(text)),
    quiet: c.cyan,
    good: (text) => c.bold(c.green(text)),
    level: {
      error: (text) => c.bold(c.red(text)),
      warning: (text) => c.bold(c.magenta(text)),
      note: (text) => c.bold(c.blue(text)),
      none: c.bold,
    },
  };
}
