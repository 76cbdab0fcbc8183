import * as vscode from 'vscode';
import type { Cancellation } from '../../core/ports.js';
import type { Progress } from '../../core/study/study.js';

/** Milliseconds after which work is said to be going on: what takes less would only flash. */
const PATIENCE = 1000;

/**
 * Does some work and, where it takes longer than a second, shows how far it has come, with a button to cancel.
 * @param counted what is counted, for people: “3 of 7 transcripts”
 * @param work says how far it has come and stops when it is cancelled
 * @returns undefined where it was cancelled
 */
export async function withSlowProgress<T>(
  title: string,
  counted: (done: number, total: number) => string,
  work: (progress: Progress, cancellation: Cancellation) => Promise<T>,
): Promise<T | undefined> {
  const cancellation = { cancelled: false };
  let report: Progress = () => undefined;
  const running = work((done, total) => report(done, total), cancellation);
  const show = (): void => {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    const task = (
      progress: vscode.Progress<{ message: string; increment: number }>,
      token: vscode.CancellationToken,
    ) => {
      token.onCancellationRequested(() => {
        cancellation.cancelled = true;
      });
      let shown = 0;
      report = (done, total) => {
        const now = (100 * done) / total;
        progress.report({ message: counted(done, total), increment: now - shown });
        shown = now;
      };
      return running.then(
        () => undefined,
        () => undefined,
      );
    };
    void vscode.window.withProgress(options, task);
  };
  const timer = setTimeout(show, PATIENCE);
  try {
    const result = await running;
    return cancellation.cancelled ? undefined : result;
  } finally {
    clearTimeout(timer);
  }
}
