import type { Paint } from '../paint.ts';

/** What the parts of the text report share. */
export interface Page {
  readonly width: number;
  readonly paint: Paint;
}
