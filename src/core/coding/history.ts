import type { Study } from '../study/study.js';
import { EditConflict, type FileEdit, invertLineEdits, type LineEdit } from '../text/lineEdit.js';
import { normaliseText } from '../text/normalise.js';

/** Something a person did, as the edits it made, in their order. */
export interface Action {
  /** What it was, in a few words: “Coded with Self-disclosure”. */
  readonly title: string;
  readonly edits: readonly FileEdit[];
}

/** How many actions can be taken back. */
const MOST_KEPT = 200;

/** What can be undone and redone in a study. Plain data, so that it survives a reload of the window. */
export interface HistoryState {
  readonly done: readonly Action[];
  readonly undone: readonly Action[];
}

export const EMPTY_HISTORY: HistoryState = { done: [], undone: [] };

/** The history after a new action; what was undone before can then no longer be redone. */
export function record(history: HistoryState, action: Action): HistoryState {
  return { done: [...history.done, action].slice(-MOST_KEPT), undone: [] };
}

/**
 * Takes the last action back. What others changed meanwhile stays: each line is looked for by its content, and where it
 * is no longer what the action left, nothing is changed.
 * @returns the history afterwards and the action, or undefined where there is nothing to undo
 * @throws EditConflict when somebody else changed the same lines since
 */
export async function undo(
  study: Study,
  history: HistoryState,
): Promise<{ history: HistoryState; action: Action } | undefined> {
  let { done } = history;
  let action = done.at(-1);
  // A file that somebody has written in since it was made is that person's text by now, and no action any more.
  for (; action !== undefined && (await isWrittenIn(study, action)); action = done.at(-1)) done = done.slice(0, -1);
  if (action === undefined) return undefined;
  await takeBack(study, action.edits);
  return { action, history: { done: done.slice(0, -1), undone: [...history.undone, action] } };
}

async function isWrittenIn(study: Study, { edits }: Action): Promise<boolean> {
  for (const edit of edits) {
    if (edit.makesFile === undefined) continue;
    const text = await study.textOf(edit.path);
    if (text === undefined || !saysOnly(text, edit.edits)) return true;
  }
  return false;
}

/** Whether a text is just what edits to an empty file wrote. */
function saysOnly(text: string, edits: readonly LineEdit[]): boolean {
  return normaliseText(text) === edits.flatMap(({ insert }) => insert.map(line => `${line}\n`)).join('');
}

/**
 * Takes edits back, the last first, as `undo` does.
 * @throws EditConflict when somebody else changed the same lines since; nothing was changed
 */
export async function takeBack(study: Study, edits: readonly FileEdit[]): Promise<void> {
  const inverse = [...edits].reverse().map(({ path, edits: one }) => ({ path, edits: invertLineEdits(one) }));
  await applyAll(study, inverse);
}

/** Does the last undone action again; as `undo`. */
export async function redo(
  study: Study,
  history: HistoryState,
): Promise<{ history: HistoryState; action: Action } | undefined> {
  const action = history.undone.at(-1);
  if (action === undefined) return undefined;
  await applyAll(study, action.edits);
  return { action, history: { done: [...history.done, action], undone: history.undone.slice(0, -1) } };
}

async function applyAll(study: Study, edits: readonly FileEdit[]): Promise<void> {
  // All places are looked up before anything is written: an undo that cannot be done whole is not begun.
  for (const edit of edits) {
    const text = await study.textOf(edit.path);
    if (edit.makesFile && text !== undefined) throw new EditConflict(0);
    relocate(text, edit.edits);
  }
  for (const edit of edits) await study.update(edit.path, text => relocate(text, edit.edits));
}

/** The same edits at the lines where their text stands now. */
function relocate(text: string | undefined, edits: readonly LineEdit[]): LineEdit[] {
  const lines = normaliseText(text ?? '').split('\n');
  const last = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  return edits.map(edit => {
    if (edit.remove.length === 0) return { ...edit, line: Math.min(edit.line, last) };
    const found = nearest(lines, edit);
    if (found === undefined) throw new EditConflict(edit.line);
    return { ...edit, line: found };
  });
}

/** The line nearest to the old one at which the lines to be removed stand. */
function nearest(lines: readonly string[], edit: LineEdit): number | undefined {
  const stands = (at: number): boolean => at >= 0 && edit.remove.every((line, i) => lines[at + i] === line);
  for (let distance = 0; distance <= lines.length; distance++) {
    if (stands(edit.line + distance)) return edit.line + distance;
    if (stands(edit.line - distance)) return edit.line - distance;
  }
  return undefined;
}
