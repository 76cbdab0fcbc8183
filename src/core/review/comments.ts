import { formatRecord, parseObjectLine } from '../coding/line.js';
import type { PlaceInCodings } from '../study/layout.js';
import type { BrokenLine, RecordKind } from '../text/records.js';
import type { CommentChange } from './change.js';
import { canonical, fingerprintOf } from './keys.js';
import type { RecordPair } from './records.js';

/** A line of a discussion: an object with an id, of which no more is known here. */
export type CommentLine = Readonly<Record<string, unknown>> & { readonly id: string };

/** The lines of a discussion. */
export const COMMENT_RECORDS: RecordKind<CommentLine> = {
  parse: parseCommentLine,
  isWhole: (parsed): parsed is CommentLine => 'id' in parsed && typeof parsed.id === 'string',
  format: formatRecord,
  compare: (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
};

function parseCommentLine(line: string): CommentLine | BrokenLine {
  const parsed = parseObjectLine(line, 'comment');
  if ('message' in parsed) return parsed;
  const { id } = parsed.value;
  if (typeof id === 'string' && id !== '') return { ...parsed.value, id };
  return { message: 'This comment has no "id".', remedy: 'Add what is missing, or set the line aside.' };
}

/** Whose discussion a path holds; undefined where it is no such file. Its `transcript` is empty: it is about no single one. */
export function discussionOf(path: string): PlaceInCodings | undefined {
  const match = /^codings\/([^/]+)\/discussion\.ndjson$/.exec(path);
  return match === null ? undefined : { path, coder: match[1] as string, transcript: '' };
}

/** The change of one line of a discussion; none where it says what it said. */
export function commentChanges({ before, after }: RecordPair<CommentLine>): CommentChange[] {
  const [old, now] = [before?.record, after?.record];
  const side = after ?? before;
  if (side === undefined || (old !== undefined && now !== undefined && canonical(old) === canonical(now))) return [];
  const { coder, path } = side.place;
  return [
    {
      what: old === undefined ? 'comment-added' : now === undefined ? 'comment-removed' : 'comment-edited',
      coder,
      by: coder,
      path,
      key: `comment ${side.record.id}`,
      entries: [],
      ...(old && { before: old }),
      ...(now && { after: now }),
      fingerprint: fingerprintOf(old, now),
    },
  ];
}
