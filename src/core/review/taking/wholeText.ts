import { lineDiff } from '../../text/lineDiff.js';
import { type LineEdit, linesOf } from '../../text/lineEdit.js';
import type { Standing } from './respect.js';
import type { Side } from './source.js';

/** Some text of both sides; undefined where a side has no such file. */
export type Texts = Readonly<Record<Side, string | undefined>>;

/** Which side a text says, line ends and a byte order mark aside. */
export function standingOfText(today: string | undefined, texts: Texts): Standing {
  if (isSame(today, texts.after)) return 'after';
  return isSame(today, texts.before) ? 'before' : 'other';
}

/** The edits that make one text another, line by line. */
export function editsBetween(today: string | undefined, goal: string | undefined): LineEdit[] {
  return lineDiff(linesOf(today), linesOf(goal));
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const [one, other] = [linesOf(a), linesOf(b)];
  return one.length === other.length && one.every((line, i) => line === other[i]);
}
