import * as vscode from 'vscode';
import { isVersioned } from '../../core/versions/studyFiles.js';
import type { OpenStudy } from '../study/openStudy.js';

/** So many files are named. */
const MOST = 5;

/**
 * Saves what is typed in files of the study and not saved in its editor, after saying so: a version is made of files.
 * @returns false where the person turned away, or a file could not be saved
 */
export async function saveEditors(opened: OpenStudy): Promise<boolean> {
  const typed = vscode.workspace.textDocuments.filter(document => {
    const path = opened.path(document.uri);
    return document.isDirty && path !== undefined && isVersioned(path);
  });
  if (typed.length === 0) return true;
  const names = typed.map(({ uri }) => opened.path(uri) ?? '');
  const save = vscode.l10n.t('Save and Go On');
  const head =
    typed.length === 1
      ? vscode.l10n.t('One file is typed in and not saved in its editor yet. It is saved first.')
      : vscode.l10n.t('{0} files are typed in and not saved in their editors yet. They are saved first.', typed.length);
  const more = names.length > MOST ? ['…'] : [];
  const detail = [...names.slice(0, MOST), ...more].join('\n');
  const chosen = await vscode.window.showInformationMessage(head, { modal: true, detail }, save);
  if (chosen !== save) return false;
  for (const document of typed) {
    if (document.isDirty && !(await document.save()))
      throw new Error(
        vscode.l10n.t(
          '{0} could not be saved. Save it yourself, or undo what is typed in it.',
          opened.path(document.uri) ?? '',
        ),
      );
  }
  await opened.study.reload(names);
  return true;
}
