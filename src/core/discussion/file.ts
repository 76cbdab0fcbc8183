import type { Problem } from '../problem.js';
import type { PlaceOfPerson } from '../study/layout.js';
import type { LineEdit } from '../text/lineEdit.js';
import { addRecords, readRecords, rewriteRecords } from '../text/records.js';
import { COMMENT_RECORDS, type CommentRecord } from './record.js';

/** A discussion file as read: all that one person said, on whatever. */
export interface DiscussionFile extends PlaceOfPerson {
  /** In the order of the file. */
  readonly comments: readonly CommentRecord[];
  /** Line (from 0) of each comment, in the same order. */
  readonly lines: readonly number[];
  readonly problems: readonly Problem[];
}

/** Reads a discussion file. Never throws: a line that is no comment becomes a problem and harms no other line. */
export function parseDiscussionFile(raw: string, place: PlaceOfPerson): DiscussionFile {
  const { records, lines, problems } = readRecords(raw, place.path, COMMENT_RECORDS);
  return { ...place, comments: records, lines, problems };
}

/** The edits that add comments to a file, each at its place in the order. */
export function addComments(text: string | undefined, added: readonly CommentRecord[]): LineEdit[] {
  return addRecords(text, added, COMMENT_RECORDS);
}

/**
 * The edits that change comments.
 * @param change gives the comment that takes the place, the same object to leave it, undefined to remove it
 */
export function replaceComments(
  text: string | undefined,
  change: (comment: CommentRecord) => CommentRecord | undefined,
): readonly LineEdit[] {
  return rewriteRecords(text ?? '', change, COMMENT_RECORDS).edits;
}
