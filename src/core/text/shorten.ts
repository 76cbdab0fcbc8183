/** A quote (or any text) short enough for a label or message, white space folded; length in code points. */
export function shorten(quote: string, length = 60): string {
  const characters = [...quote.replace(/\s+/g, ' ').trim()];
  return characters.length <= length
    ? characters.join('')
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}
