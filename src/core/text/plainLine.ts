/** A text that cannot move the cursor of a terminal: one line, and no control characters to obey. */
export function plain(text: string): string {
  return text.replace(/[\s\p{Cc}]/gu, ' ').trimEnd();
}
