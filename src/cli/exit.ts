/** What the exit code says. It does not depend on the format of the report. */
export const exit = {
  ok: 0,
  /** Findings at or above the threshold. */
  findings: 1,
  /** A mistake in a flag, a configuration, a rule. */
  usage: 2,
  /** With `--strict`: less was seen than was asked. */
  gaps: 3,
  /** A mistake in waybill. */
  bug: 70,
} as const;
