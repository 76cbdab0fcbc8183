import * as vscode from 'vscode';
import { ChangeRefused } from '../../core/codebook/change.js';

/** Runs an action for a person; an error becomes one clear message and changes nothing else. */
export async function orReport<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = error instanceof ChangeRefused ? `${reason} ${error.remedy}` : reason;
    vscode.window.showErrorMessage(vscode.l10n.t('Verbatim: {0}', message)).then(undefined, () => undefined);
    return undefined;
  }
}

const SHOWN_FOR = 6000;

/** Says in the status bar what an action did. */
export function announce(message: string): void {
  vscode.window.setStatusBarMessage(message, SHOWN_FOR);
}
