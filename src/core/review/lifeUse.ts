import type { Told } from './historyModel.js';

/**
 * What one coder did with a code in a version, in one sentence; undefined where its codings changed in other respects only.
 * @param told changes of codings that had or have the code
 * @param ids all ids the code ever went by
 */
export function useSentence(told: readonly Told[], ids: ReadonlySet<string>): string | undefined {
  let [added, removed, given, taken] = [0, 0, 0, 0];
  for (const { what, aspect, codeBefore, codeAfter } of told) {
    if (what === 'coding-added') added++;
    else if (what === 'coding-removed') removed++;
    else if (aspect === 'code') {
      const [had, has] = [ids.has(codeBefore ?? ''), ids.has(codeAfter ?? '')];
      if (has && !had) given++;
      if (had && !has) taken++;
    }
  }
  const parts = [
    ...(added > 0 ? [`Coded ${passages(added)} with it`] : []),
    ...(given > 0 ? [`recoded ${passages(given)} to it`] : []),
    ...(taken > 0 ? [`recoded ${passages(taken)} to another code`] : []),
    ...(removed > 0 ? [`took it off ${passages(removed)}`] : []),
  ];
  if (parts.length === 0) return undefined;
  const text = parts.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function passages(count: number): string {
  return count === 1 ? '1 passage' : `${count} passages`;
}
