// Text in a SARIF message: brackets are links there, and only the first sentence is shown where room is short.
import { cut, oneLine } from '../plain.ts';

/** GitLab drops a result whose message is longer than 2,048; half of that is still a message. */
export const LONGEST = 1000;

/** Escapes what would become a link. */
export function escaped(text: string): string {
  return oneLine(text).replace(/[[\]\\]/g, '\\$&');
}

/** One escaped text of at most `limit` units that ends like a sentence. An escape is never cut in half. */
export function sentence(text: string, limit = LONGEST): string {
  const ended = /[.!?]$/.test(oneLine(text)) ? oneLine(text) : `${oneLine(text)}.`;
  const whole = escaped(ended);
  if (whole.length <= limit) return whole;
  const room = cut(whole, limit - 1).replace(/…$/, '');
  const trailing = /\\+$/.exec(room)?.[0].length ?? 0;
  return `${trailing % 2 === 1 ? room.slice(0, -1) : room}….`;
}
