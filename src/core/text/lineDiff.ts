import type { LineEdit } from './lineEdit.js';
import { shortestEdit } from './wordDiff.js';

/**
 * The edits that lead from some lines to others: lines that both have stay as they are. Where very many differ, all between the common
 * ends are replaced.
 */
export function lineDiff(old: readonly string[], now: readonly string[]): LineEdit[] {
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start++;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  const remove = old.slice(start, old.length - end);
  const insert = now.slice(start, now.length - end);
  if (remove.length + insert.length === 0) return [];
  const parts = shortestEdit(remove, insert);
  if (parts === undefined) return [{ line: start, remove, insert }];
  const edits: { line: number; remove: string[]; insert: string[] }[] = [];
  let line = start;
  let open: (typeof edits)[number] | undefined;
  for (const { kind, text } of parts) {
    if (kind === 'same') open = undefined;
    else {
      if (open === undefined) {
        open = { line, remove: [], insert: [] };
        edits.push(open);
      }
      (kind === 'gone' ? open.remove : open.insert).push(text);
    }
    if (kind !== 'new') line++;
  }
  return edits;
}
