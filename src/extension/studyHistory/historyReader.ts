import * as vscode from 'vscode';
import type { Cancellation } from '../../core/ports.js';
import type { StudyHistory } from '../../core/review/historyModel.js';
import { withUnsaved } from '../../core/review/historyUnsaved.js';
import { Lives } from '../../core/review/lives.js';
import type { Progress } from '../../core/study/study.js';
import { takingTurns } from '../common/turns.js';
import type { Host } from '../host.js';
import type { OpenStudy } from '../study/openStudy.js';
import { savedHistory } from '../study/savedHistory.js';

/** Why there is no history to show. */
export type NoHistory = 'untrusted' | 'web' | 'noGit' | 'neverSaved';

/** The history of a study as it is now, or why there is none. */
export type HistoryNow =
  | { readonly is: 'history'; readonly history: StudyHistory; readonly lives: Lives }
  | { readonly is: 'none'; readonly why: NoHistory };

/**
 * Reads the histories of studies, in the background. What was saved is read once for each last version; only what is not saved yet is
 * compared anew each time.
 */
export class HistoryReader {
  constructor(private readonly host: Host) {}

  /**
   * @param progress of the versions
   * @returns undefined where it was cancelled
   * @throws Error with what to do where git fails
   */
  async read(opened: OpenStudy, progress: Progress, cancellation: Cancellation): Promise<HistoryNow | undefined> {
    if (!vscode.workspace.isTrusted) return { is: 'none', why: 'untrusted' };
    if (this.host.git === undefined) return { is: 'none', why: 'web' };
    const git = await opened.seen.store.git?.();
    if (git === undefined) return { is: 'none', why: 'noGit' };
    const { commit: id } = await git.head();
    const head = id === undefined ? undefined : await git.commit(id);
    if (head === undefined) return { is: 'none', why: 'neverSaved' };
    const options = { progress, cancellation, pause: takingTurns() };
    const saved = await savedHistory(opened)(git, head, options);
    if (!saved.complete || cancellation.cancelled) return undefined;
    if (saved.versions.length === 0) return { is: 'none', why: 'neverSaved' };
    const typed = new Set(
      vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).flatMap(({ uri }) => opened.path(uri) ?? []),
    );
    const history = await withUnsaved(saved, { study: opened.seen, git, head, typed }, options);
    return cancellation.cancelled ? undefined : { is: 'history', history, lives: new Lives(history) };
  }
}
