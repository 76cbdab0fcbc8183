import * as vscode from 'vscode';
import type { StudyWork } from '../../core/ports.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';

/** A study in which versions can be made. */
export interface Recording {
  readonly opened: OpenStudy;
  readonly work: StudyWork;
}

/**
 * The study a person is at, with what makes versions of it. What is typed in its files is saved first: a round is about versions.
 * @throws Error that says why none can be made, and what to do
 */
export async function recordingAt(studies: Studies): Promise<Recording> {
  const opened = await studies.current();
  if (opened === undefined) throw new Error(vscode.l10n.t('Open the folder of your study first.'));
  if (!vscode.workspace.isTrusted) {
    throw new Error(
      vscode.l10n.t(
        'Blind rounds are recorded in versions, and in Restricted Mode none are made. Choose Manage Workspace Trust first.',
      ),
    );
  }
  const work = await opened.study.store.work?.();
  if (work === undefined) {
    throw new Error(
      vscode.l10n.t(
        'Blind rounds are recorded in versions, and no versions are kept of this folder. Save a first version of the study.',
      ),
    );
  }
  const typed = vscode.workspace.textDocuments.filter(one => one.isDirty && opened.path(one.uri) !== undefined);
  await Promise.all(typed.map(document => document.save()));
  return { opened, work };
}
