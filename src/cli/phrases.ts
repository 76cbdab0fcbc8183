/** “1 coding”, “2 codings”. */
export function countOf(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** “1 entry”, “2 entries”: themes and codes together. */
export function entriesOf(count: number): string {
  return `${count} ${count === 1 ? 'entry' : 'entries'}`;
}

/** “EA 12, JS 3”: codings per coder. */
export function perCoder(coders: ReadonlyMap<string, number>): string {
  return [...coders].map(([coder, count]) => `${coder} ${count}`).join(', ');
}
