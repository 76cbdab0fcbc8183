import { isMemo } from '../study/layout.js';
import type { Study } from '../study/study.js';
import type { FileEdit, LineEdit } from '../text/lineEdit.js';
import { normaliseText } from '../text/normalise.js';
import { makeAgain, takeBack } from './takeBack.js';

/** Something a person did, as the edits it made, in their order. */
export interface Action {
  /** What it was, in a few words: “Coded with Self-disclosure”. */
  readonly title: string;
  readonly edits: readonly FileEdit[];
  /** Actions with the same key that follow each other directly are one, with this title. */
  readonly joins?: { readonly key: string; readonly title: string };
}

/** How many actions can be taken back, and how many UTF-16 units of text they may hold together: all is kept in memory. */
const MOST_KEPT = 500;
const MOST_TEXT = 2_000_000;

/** What can be undone and redone in a study. Plain data, so that it survives a reload of the window. */
export interface HistoryState {
  readonly done: readonly Action[];
  readonly undone: readonly Action[];
}

export const EMPTY_HISTORY: HistoryState = { done: [], undone: [] };

/** The history after a new action; what was undone before can then no longer be redone. */
export function record(history: HistoryState, action: Action): HistoryState {
  const last = history.done.at(-1);
  const isJoined = action.joins !== undefined && last?.joins?.key === action.joins.key;
  const done = isJoined
    ? [...history.done.slice(0, -1), { ...action, title: action.joins.title, edits: [...last.edits, ...action.edits] }]
    : [...history.done.slice(1 - MOST_KEPT), action];
  let text = 0;
  const first = done.findLastIndex(one => {
    text += textOf(one);
    return text > MOST_TEXT;
  });
  // The last action can be taken back however large it is.
  return { done: done.slice(Math.min(first + 1, done.length - 1)), undone: [] };
}

function textOf({ edits }: Action): number {
  let sum = 0;
  for (const { edits: lines } of edits)
    for (const { remove, insert } of lines) for (const line of [...remove, ...insert]) sum += line.length;
  return sum;
}

/** The history without the action that would be undone next: one that cannot be taken back must not bar the way to others. */
export function skipUndo({ done, undone }: HistoryState): HistoryState {
  return { done: done.slice(0, -1), undone };
}

/** The history without the action that would be redone next, nor those that came after it. */
export function skipRedo({ done }: HistoryState): HistoryState {
  return { done, undone: [] };
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
  // A memo that somebody has written in since it was made is that person's text by now, and no action any more.
  for (; action !== undefined && (await isWrittenIn(study, action)); action = done.at(-1)) done = done.slice(0, -1);
  if (action === undefined) return undefined;
  await takeBack(study, action.edits);
  return { action, history: { done: done.slice(0, -1), undone: [...history.undone, action] } };
}

async function isWrittenIn(study: Study, { edits }: Action): Promise<boolean> {
  for (const edit of edits) {
    if (edit.created === undefined || !isMemo(edit.path)) continue;
    const text = await study.textOf(edit.path);
    if (text === undefined || !saysOnly(text, edit.edits)) return true;
  }
  return false;
}

/** Whether a text is just what edits to an empty file wrote. */
function saysOnly(text: string, edits: readonly LineEdit[]): boolean {
  return normaliseText(text) === edits.flatMap(({ insert }) => insert.map(line => `${line}\n`)).join('');
}

/** Does the last undone action again; as `undo`. */
export async function redo(
  study: Study,
  history: HistoryState,
): Promise<{ history: HistoryState; action: Action } | undefined> {
  const action = history.undone.at(-1);
  if (action === undefined) return undefined;
  await makeAgain(study, action.edits);
  return { action, history: { done: [...history.done, action], undone: history.undone.slice(0, -1) } };
}

/**
 * The history after files went elsewhere without an action of ours, as when a transcript is renamed in the editor: what was
 * done in them before can still be undone.
 * @param moves new paths by old ones
 */
export function followMoves({ done, undone }: HistoryState, moves: ReadonlyMap<string, string>): HistoryState {
  const now = (path: string): string => moves.get(path) ?? path;
  const follow = ({ title, edits }: Action): Action => ({
    title,
    edits: edits.map(edit => ({
      ...edit,
      path: now(edit.path),
      ...(edit.movedFrom === undefined ? {} : { movedFrom: now(edit.movedFrom) }),
    })),
  });
  return { done: done.map(follow), undone: undone.map(follow) };
}
