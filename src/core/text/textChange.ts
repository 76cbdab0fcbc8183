import type { Span } from './span.js';

/** A change of a text: what stood between two positions (UTF-16 units) is replaced by another text. */
export interface TextChange extends Span {
  readonly text: string;
}

/** A text after changes that do not overlap, all counted in the text before them and in its order. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let done = 0;
  const parts: string[] = [];
  for (const change of changes) {
    parts.push(text.slice(done, change.start), change.text);
    done = change.end;
  }
  return parts.join('') + text.slice(done);
}
