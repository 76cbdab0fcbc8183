import * as vscode from 'vscode';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import { orReport } from '../common/report.js';
import type { OpenStudy } from './openStudy.js';
import type { Studies } from './studies.js';

/** How long typing pauses before it is taken in: long enough for a word, short enough to be called at once. Milliseconds. */
const PAUSE = 150;

/**
 * Shows what is typed in a codebook in every view before it is saved, and what undo or closing without saving takes back:
 * the study reads the file as the editor has it.
 */
export function registerTyping(studies: Studies): vscode.Disposable {
  const disposables = new Disposables();
  const typedIn = new Set<OpenStudy>();
  const flush = disposables.add(
    new Delayed(() => {
      for (const { study } of typedIn) orReport(() => study.reread(CODEBOOK_FILE)).then(undefined, () => undefined);
      typedIn.clear();
    }, PAUSE),
  );
  const note = ({ uri }: vscode.TextDocument): void => {
    // A study that is not open yet will read the file from the editor when somebody looks at it.
    const opened = uri.path.endsWith(`/${CODEBOOK_FILE}`) ? studies.peek(uri) : undefined;
    if (opened?.path(uri) !== CODEBOOK_FILE) return;
    typedIn.add(opened);
    flush.trigger();
  };
  disposables.add(
    vscode.workspace.onDidChangeTextDocument(({ document }) => note(document)),
    vscode.workspace.onDidOpenTextDocument(document => document.isDirty && note(document)),
    vscode.workspace.onDidCloseTextDocument(note),
  );
  return disposables;
}
