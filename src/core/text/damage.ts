import { MARK_REMEDY } from '../coding/line.js';
import { firstMark, hasMarks } from '../merge/hasMarks.js';
import type { Problem } from '../problem.js';

/**
 * What a file shows of damage that its own format says nothing of: conflict marks, bytes that are no text in UTF-8 (which are read as
 * U+FFFD), and NUL. One problem of each kind, at its first line; whatever else is wrong may come from them.
 * @param text without byte order mark, line ends LF
 */
export function damageProblems(file: string, text: string): Problem[] {
  const marked = hasMarks(text) ? firstMark(text) : undefined;
  return [
    ...(marked === undefined ? [] : [conflictMarks(file, marked)]),
    ...notText(file, text, '\ufffd', 'Some characters cannot be read; the file is probably not saved as UTF-8.', UTF8),
    ...notText(
      file,
      text,
      '\0',
      'Here are NUL bytes, which no text has: the file is damaged, or saved as UTF-16.',
      NUL,
    ),
  ];
}

const UTF8 = 'Save the file as UTF-8 before going on with it; letters that are lost already have to be typed again.';
const NUL =
  'Take the file from a saved version, or save it as UTF-8; what can be read counts meanwhile, and no byte is lost.';

function conflictMarks(file: string, line: number): Problem {
  const message = `Two versions of ${file} were not put together here: git left marks.`;
  return { rule: 'conflict-marks', severity: 'error', file, line: line + 1, message, remedy: MARK_REMEDY };
}

function notText(file: string, text: string, sign: string, message: string, remedy: string): Problem[] {
  const at = text.indexOf(sign);
  if (at === -1) return [];
  const line = text.slice(0, at).split('\n').length;
  return [{ rule: 'not-utf8', severity: 'warning', file, line, message, remedy }];
}
