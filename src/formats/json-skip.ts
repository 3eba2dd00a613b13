// The end of a JSON container without reading it: at the speed of a loop over its characters.

/** The offset behind a container that starts at `start`; -1 if it reaches the limit first. */
export function containerEnd(text: string, start: number, limit: number): number {
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) at = stringEnd(text, at + 1, limit);
    else if (code === 123 || code === 91) depth++;
    else if ((code === 125 || code === 93) && --depth === 0) return at + 1;
  }
  return -1;
}

/** The offset of the closing quote. */
function stringEnd(text: string, start: number, limit: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); at < limit && code !== 34; code = text.charCodeAt(++at)) {
    if (code === 92) at++;
  }
  return at;
}
