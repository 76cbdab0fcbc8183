import { hunkPlaces } from '../text/lineHunks.js';
import { BYTE_ORDER_MARK, wholeLines } from './markLines.js';

/** How the sides are called beside git's conflict marks. */
export interface MarkLabels {
  readonly ours: string;
  readonly theirs: string;
  readonly base: string;
}

/**
 * A text with git's conflict marks where two texts differ, line ends included; `splitMarks` gives the two back. One thing gets lost: where the
 * last lines differ and only one of them has a line end, both get one.
 * @param size how long the marks are at least: longer where a line looks like one
 */
export function withMarks(ours: string, theirs: string, labels: Pick<MarkLabels, 'ours' | 'theirs'>, size = 7): string {
  const [mine, other] = [wholeLines(ours), wholeLines(theirs)];
  const marks = markSize([...mine, ...other], size);
  const end = /\r\n|\n/.exec(ours || theirs)?.[0] ?? '\n';
  const mark = (sign: string, label = ''): string => `${sign.repeat(marks)}${label && ` ${label}`}${end}`;
  const closed = (line: string): string => (isOpen(line) ? line + end : line);
  const parts: string[] = [];
  let done = 0;
  for (const { before, after } of hunkPlaces(mine, other)) {
    for (const line of mine.slice(done, before[0])) parts.push(line);
    const [here, there] = [mine.slice(...before), other.slice(...after)];
    parts.push(mark('<', labels.ours), ...here.map(closed), mark('='), ...there.map(closed), mark('>', labels.theirs));
    // The last mark is as open as the last lines are.
    const last = [...here.slice(-1), ...there.slice(-1)];
    if (last.length > 0 && last.every(isOpen)) parts.push((parts.pop() as string).slice(0, -end.length));
    done = before[1];
  }
  for (const line of mine.slice(done)) parts.push(line);
  const hasMark = (ours || theirs).startsWith(BYTE_ORDER_MARK);
  return (hasMark ? BYTE_ORDER_MARK : '') + parts.join('');
}

const isOpen = (line: string): boolean => !/[\r\n]$/.test(line);

/** Longer than all that could begin a conflict, as the longest marks are the ones that count; and none that a line looks like. */
function markSize(lines: readonly string[], least: number): number {
  const taken = new Set(lines.flatMap(line => /^(?:<+|\|+|=+|>+)(?=[ \t\r\n]|$)/.exec(line)?.[0] ?? []));
  let size = [...taken].reduce((most, mark) => (mark.startsWith('<') ? Math.max(most, mark.length + 1) : most), least);
  while (['|', '=', '>'].some(sign => taken.has(sign.repeat(size)))) size++;
  return size;
}
