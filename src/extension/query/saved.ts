import * as vscode from 'vscode';
import { saveQuery } from '../../core/analysis/query/saved/save.js';
import type { SavedQuery } from '../../core/analysis/query/saved/savedQuery.js';
import { slugOf } from '../../core/codebook/slug.js';
import { QUERIES_FOLDER } from '../../core/study/layout.js';
import type { SavedQuestion } from '../../webview/query/protocol.js';
import { announce } from '../common/report.js';
import { conclude } from '../history/conclude.js';
import type { History } from '../history/history.js';
import type { OpenStudy } from '../study/openStudy.js';

/** Whether a path is one of a saved question. */
export function isSavedQuestion(path: string): boolean {
  return path.startsWith(`${QUERIES_FOLDER}/`);
}

/** The questions that are saved in a study, by title. */
export function savedQuestions({ seen }: OpenStudy): SavedQuestion[] {
  const all = seen.queries.all().map(one => ({ path: one.path, name: one.name, title: titleOf(one), text: one.text }));
  return all.sort((a, b) => a.title.localeCompare(b.title));
}

/**
 * Asks for a title and saves a question in `queries/`; one undo takes it back.
 * @param from path of the saved question it was made of, whose title is proposed
 */
export async function saveQuestion(
  opened: OpenStudy,
  history: History,
  text: string,
  from: string | undefined,
): Promise<void> {
  const { study } = opened;
  const before = study.queries.all().find(({ path }) => path === from);
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Save Question'),
    prompt: vscode.l10n.t('What is it about? The file in the folder {0} is named after it.', QUERIES_FOLDER),
    placeHolder: vscode.l10n.t('What peers share of themselves'),
    value: before === undefined ? '' : titleOf(before),
    validateInput: title => (/[\p{L}\p{N}]/u.test(title) ? undefined : vscode.l10n.t('A few words are needed.')),
    ignoreFocusOut: true,
  });
  const title = typed?.trim();
  if (title === undefined) return;
  const name = slugOf(title);
  const taken = study.queries.all().find(one => titleOf(one) === title || one.name === name);
  if (taken !== undefined && !(await isReplaced(taken))) return;
  const edit = await saveQuery(study, taken?.name ?? name, title, text, taken);
  if (edit.edits.length === 0) announce(vscode.l10n.t('$(check) “{0}” is saved already', title));
  else
    await conclude(history, opened, 'save', { title: vscode.l10n.t('Saved the question “{0}”', title), edits: [edit] });
}

function titleOf({ title, name }: SavedQuery): string {
  return title ?? name;
}

async function isReplaced(taken: SavedQuery): Promise<boolean> {
  const replace = vscode.l10n.t('Replace');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('There is a saved question “{0}” already. Replace it?', titleOf(taken)),
    { modal: true, detail: vscode.l10n.t('It asks: {0}', taken.text) },
    replace,
  );
  return chosen === replace;
}
