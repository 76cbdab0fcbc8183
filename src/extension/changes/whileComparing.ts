import * as vscode from 'vscode';
import { Context, View } from '../ids.js';

/** Milliseconds after which work is said to be going on: what takes less would only flash. */
const PATIENCE = 1000;

/** How many pieces of work are shown. */
let shown = 0;

/**
 * Waits for a comparison and, where it takes longer than a second, shows in the view that it goes on; the view then has a button to stop it.
 * @param cancellation of the work; once it is cancelled there is nothing to show
 */
export async function whileComparing<T>(work: Promise<T>, cancellation: { readonly cancelled: boolean }): Promise<T> {
  let isShown = false;
  const timer = setTimeout(() => {
    if (cancellation.cancelled) return;
    isShown = true;
    count(1);
    const options = { location: { viewId: View.changes }, title: vscode.l10n.t('Comparing') };
    vscode.window
      .withProgress(options, () => work)
      .then(
        () => undefined,
        () => undefined,
      );
  }, PATIENCE);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    if (isShown) count(-1);
  }
}

function count(change: 1 | -1): void {
  shown += change;
  void vscode.commands.executeCommand('setContext', Context.comparing, shown > 0);
}
