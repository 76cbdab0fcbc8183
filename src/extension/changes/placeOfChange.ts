import { parseCodebook } from '../../core/codebook/parse.js';
import type { Change } from '../../core/review/change.js';
import type { RenderedRecord } from '../../core/review/rendering.js';
import type { Span } from '../../core/text/span.js';
import type { ReviewText } from './reviewText.js';

/** Where a change shows in the text of one side, in code points; undefined where it does not. */
export function placeOfChange(change: Change, side: 'before' | 'after', text: ReviewText): Span | undefined {
  switch (change.what) {
    case 'coding-added':
    case 'coding-removed':
    case 'coding-changed': {
      const one = sideIn(change, side);
      return one && recordSpan(text.records, one.coding.id, one.coder);
    }
    case 'note-added':
    case 'note-removed':
    case 'note-changed': {
      const one = sideIn(change, side);
      return one && recordSpan(text.records, one.note.id, one.coder);
    }
    case 'entry-added':
    case 'entry-removed':
    case 'entry-changed':
    case 'entry-merged': {
      const entry = entryIn(change, side);
      return entry === undefined ? undefined : entrySpan(text, entry);
    }
    case 'participant-added':
    case 'participant-removed':
    case 'participant-changed':
      return lineWith(text, change.participant);
    default:
      return undefined;
  }
}

function sideIn<T>(change: { readonly before?: T; readonly after?: T }, side: 'before' | 'after'): T | undefined {
  return change[side];
}

function recordSpan(records: readonly RenderedRecord[], id: string, coder: string): Span | undefined {
  const same = records.filter(({ record }) => record.id === id);
  return (same.find(record => record.coder === coder) ?? same[0])?.span;
}

function entryIn(change: Extract<Change, { what: `entry-${string}` }>, side: 'before' | 'after'): string | undefined {
  if (change.what === 'entry-merged') return side === 'before' ? change.before.id : change.into.id;
  return sideIn<{ readonly id: string }>(change, side)?.id;
}

/** The heading of a theme or code with the text that belongs to it alone. */
function entrySpan({ points }: ReviewText, id: string): Span | undefined {
  const book = parseCodebook(points.text);
  const entry = book.find(id);
  if (entry === undefined) return undefined;
  const next = book.entries.find(({ line }) => line > entry.line)?.line ?? Number.POSITIVE_INFINITY;
  return linesSpan({ points }, entry.line, Math.min(entry.lastLine, next - 1));
}

function lineWith({ points }: Pick<ReviewText, 'points'>, beginning: string): Span | undefined {
  const line = points.text.split('\n').findIndex(text => text.startsWith(`${beginning},`) || text === beginning);
  return line === -1 ? undefined : linesSpan({ points }, line, line);
}

/** From the beginning of one line to the end of another. */
function linesSpan({ points }: Pick<ReviewText, 'points'>, first: number, last: number): Span {
  const lines = points.text.split('\n');
  const offset = (line: number): number => lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
  const start = offset(first);
  const whole = lines
    .slice(first, last + 1)
    .join('\n')
    .trimEnd();
  return { start: points.fromUtf16(start), end: points.fromUtf16(start + whole.length) };
}
