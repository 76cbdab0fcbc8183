import { formatRecord, incomplete, parseObjectLine } from '../coding/line.js';
import { compareTexts } from '../text/compare.js';
import type { BrokenLine, RecordKind } from '../text/records.js';

/** What a line does to a thread besides saying something. */
export type ThreadDeed = 'resolve' | 'reopen';

/**
 * One line of a discussion: a comment, or that somebody resolved or reopened a thread. Keys that Verbatim does not know are kept
 * in it. Either `on` or `reply` is there.
 */
export interface CommentRecord {
  /**
   * Plain text with links as in memos; shown as it was typed. Empty where a first comment was taken back that others replied to,
   * missing where a line only resolves or reopens.
   */
  readonly comment?: string;
  /** What the thread is about, as the first comment of a thread has it: `coding ID`, `code ID` or `theme ID`. */
  readonly on?: string;
  /** Id of the thread's first comment. */
  readonly reply?: string;
  /** The comment records a decision. */
  readonly decision?: true;
  /** Only beside `reply`. */
  readonly does?: ThreadDeed;
  /** UTC, ISO 8601. */
  readonly created: string;
  /** UTC, ISO 8601; when it was last written anew. */
  readonly edited?: string;
  /** 10 characters of `0-9a-z`, unique in the study. */
  readonly id: string;
}

/** The lines of a discussion file, in the order of time. */
export const COMMENT_RECORDS: RecordKind<CommentRecord> = {
  parse: parseCommentLine,
  isWhole: isComment,
  format: formatRecord,
  compare: compareComments,
};

/** Order of comments: by time, then id. */
export function compareComments(a: CommentRecord, b: CommentRecord): number {
  return timeOf(a) - timeOf(b) || compareTexts(a.id, b.id);
}

/** Milliseconds since 1970. */
export function timeOf({ created }: Pick<CommentRecord, 'created'>): number {
  return Date.parse(created);
}

/** Whether a line is a whole record of a discussion. */
export function isCommentLine(line: string): boolean {
  return isComment(parseCommentLine(line));
}

function isComment(parsed: CommentRecord | BrokenLine): parsed is CommentRecord {
  return 'created' in parsed;
}

/** Reads one line of a discussion file. */
function parseCommentLine(line: string): CommentRecord | BrokenLine {
  const parsed = parseObjectLine(line, 'comment');
  if ('message' in parsed) return parsed;
  const reason = whyNoComment(parsed.value);
  return reason === undefined ? (parsed.value as unknown as CommentRecord) : incomplete(reason, 'comment');
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

function whyNoComment(record: Readonly<Record<string, unknown>>): string | undefined {
  const { comment, on, reply, decision, does, created, edited, id } = record;
  if (typeof id !== 'string' || id === '') return 'This comment has no "id".';
  if (typeof created !== 'string' || !isTime(created)) return 'This comment has no "created" with a time in UTC.';
  if (edited !== undefined && typeof edited !== 'string') return 'The "edited" of this comment is not a string.';
  if (comment !== undefined && typeof comment !== 'string') return 'The "comment" of this line is not a string.';
  if ((typeof on === 'string') === (typeof reply === 'string')) {
    return 'This comment needs either "on", with what it is about, or "reply", with the comment it replies to.';
  }
  if (on !== undefined && typeof on !== 'string') return 'The "on" of this comment is not a string.';
  if (reply !== undefined && typeof reply !== 'string') return 'The "reply" of this comment is not a string.';
  if (decision !== undefined && typeof decision !== 'boolean') return 'The "decision" of this comment is not true.';
  if (does === undefined) return comment === undefined ? 'This line has no "comment".' : undefined;
  if (does !== 'resolve' && does !== 'reopen') return 'What this line "does" is neither "resolve" nor "reopen".';
  return reply === undefined ? 'A line that resolves or reopens needs "reply", with the thread it means.' : undefined;
}

const isTime = (text: string): boolean => TIME.test(text) && !Number.isNaN(Date.parse(text));
