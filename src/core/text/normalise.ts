/**
 * The text that positions are counted in: no byte order mark, every line end (CRLF, CR, LF) counted as one LF.
 * Nothing else is changed, so the text stays what the file says.
 */
export function normaliseText(raw: string): string {
  return withLineFeeds(raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw);
}

/** A piece of a text with every line end (CRLF, CR, LF) as one LF. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
