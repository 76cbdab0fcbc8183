import { countOf } from '../core/text/countOf.js';

export { countOf };

/** “1 entry”, “2 entries”: themes and codes together. */
export function entriesOf(count: number): string {
  return `${count} ${count === 1 ? 'entry' : 'entries'}`;
}

/** “12 codings and 1 note”; “12 codings” where there are no notes. */
export function recordsOf(codings: number, notes: number): string {
  const parts = [
    ...(codings > 0 || notes === 0 ? [countOf(codings, 'coding')] : []),
    ...(notes > 0 ? [countOf(notes, 'note')] : []),
  ];
  return parts.join(' and ');
}

/** “EA 12, JS 3”: codings per coder. */
export function perCoder(coders: ReadonlyMap<string, number>): string {
  return [...coders].map(([coder, count]) => `${coder} ${count}`).join(', ');
}
