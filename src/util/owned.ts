// Text that outlives its file.

/**
 * The same text in memory of its own. A slice of a string keeps the whole string alive in V8, here the text of a scanned file, until
 * the report is written; what is put together from two strings is copied when it is cut.
 */
export function owned(text: string): string {
  return text.length < SHORTEST_SLICE ? text : ` ${text}`.slice(1);
}

/** V8 copies shorter ones anyway. */
const SHORTEST_SLICE = 13;
