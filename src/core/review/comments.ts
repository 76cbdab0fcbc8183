import type { Codebook } from '../codebook/codebook.js';
import type { CommentRecord } from '../discussion/record.js';
import type { CommentChange } from './change.js';
import { canonical, fingerprintOf } from './keys.js';
import type { RecordPair } from './records.js';

/**
 * The change of one line of a discussion; none where it says what it said.
 * @param book the codebook after the change
 */
export function commentChanges({ before, after }: RecordPair<CommentRecord>, book: Codebook): CommentChange[] {
  const [old, now] = [before?.record, after?.record];
  const side = after ?? before;
  if (side === undefined || (old !== undefined && now !== undefined && canonical(old) === canonical(now))) return [];
  const { coder, path } = side.place;
  const [, id] = /^(?:code|theme) (.+)$/.exec(side.record.on ?? '') ?? [];
  return [
    {
      what: old === undefined ? 'comment-added' : now === undefined ? 'comment-removed' : 'comment-edited',
      coder,
      by: coder,
      path,
      key: `comment ${side.record.id}`,
      entries: id === undefined ? [] : [book.find(id)?.id ?? id],
      ...(old && { before: { ...old } }),
      ...(now && { after: { ...now } }),
      fingerprint: fingerprintOf(old, now),
    },
  ];
}
