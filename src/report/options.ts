// What a reporter may be told besides the report itself.
import type { ScanReport } from '../model.ts';

export interface ReportOptions {
  /** Columns of the terminal; only the text report looks at it. */
  readonly width: number;
  readonly color: boolean;
  /** Whether suppressed findings and those of the baseline are shown. JSON always holds them. */
  readonly inactive: boolean;
  /** Of the text report only what it adds up to. */
  readonly brief: boolean;
}

/** A pure function: the same report and options give the same bytes, which end with a newline. */
export type Reporter = (report: ScanReport, options: ReportOptions) => string;
