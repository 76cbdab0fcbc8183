import * as vscode from 'vscode';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import { orReport } from '../common/report.js';
import type { History } from '../history/history.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { RenameFollower } from './follower.js';

/** How long a study is left alone after a change before transcripts that are gone are searched for. Milliseconds. */
const PAUSE = 200;

/** Codings go along with renamed transcripts: in the window as files, after a rename elsewhere in what is shown. */
export function registerRenames(studies: Studies, history: History): vscode.Disposable {
  const disposables = new Disposables();
  let follower: RenameFollower | undefined;
  const renamed = async ({ files }: vscode.FileRenameEvent): Promise<void> => {
    const { RenameFollower } = await import('./follower.js');
    follower ??= new RenameFollower(studies, history);
    await follower.renamed(files);
  };
  const due = new Set<OpenStudy>();
  const search = disposables.add(
    new Delayed(() => {
      for (const { study } of due) orReport(() => study.followRenames()).then(undefined, () => undefined);
      due.clear();
    }, PAUSE),
  );
  disposables.add(
    vscode.workspace.onDidRenameFiles(event => orReport(() => renamed(event))),
    studies.onDidChange(({ opened }) => {
      due.add(opened);
      search.trigger();
    }),
  );
  return disposables;
}
