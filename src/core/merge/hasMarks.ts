import { splitMarks } from './marks.js';

/** Whether a text holds git's conflict marks, whole. Fast where it holds none. */
export function hasMarks(text: string): boolean {
  return firstMark(text) !== undefined && splitMarks(text) !== undefined;
}

/** Line (from 0) of the first mark that opens a conflict; undefined where there is none. */
export function firstMark(text: string): number | undefined {
  const at = text.startsWith('<<<<<<<') ? 0 : text.indexOf('\n<<<<<<<') + 1;
  if (at === 0 && !text.startsWith('<<<<<<<')) return undefined;
  let line = 0;
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', next + 1)) line++;
  return line;
}
