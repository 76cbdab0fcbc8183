import * as vscode from 'vscode';
import { ChangeRefused } from '../../core/codebook/change.js';
import { DisclosureRefused } from '../../core/report/disclosure/refused.js';
import { VersionFailure } from '../../core/versions/failure.js';

/** Runs an action for a person; an error becomes one clear message and changes nothing else. */
export async function orReport<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const hasRemedy =
      error instanceof ChangeRefused || error instanceof DisclosureRefused || error instanceof VersionFailure;
    const message = hasRemedy ? `${reason} ${error.remedy}` : reason;
    vscode.window.showErrorMessage(vscode.l10n.t('Verbatim: {0}', message)).then(undefined, () => undefined);
    return undefined;
  }
}

/** Milliseconds. */
const SHOWN_FOR = 6000;

/** The line in the status bar that says what an action did; there is one, from activation on. */
let said: vscode.StatusBarItem | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Makes the place where results are said. */
export function registerAnnouncements(): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('verbatim.said', vscode.StatusBarAlignment.Left, 9);
  item.name = vscode.l10n.t('Verbatim: What Was Done');
  said = item;
  return new vscode.Disposable(() => {
    clearTimeout(timer);
    said = undefined;
    item.dispose();
  });
}

/**
 * Says in the status bar, and to a screen reader, what an action did.
 * @param message may begin with an icon, `$(check)`, which is not read aloud
 */
export function announce(message: string): void {
  if (said === undefined) return;
  // An element that is an alert is read as soon as its text changes: the same words twice in a row have to differ.
  const isSame = said.text === message;
  said.text = isSame ? `${message}\u00a0` : message;
  const label = message.replace(/\$\([\w-]+\)\s*/g, '');
  said.accessibilityInformation = { label, role: 'alert' };
  said.tooltip = label;
  said.show();
  clearTimeout(timer);
  timer = setTimeout(() => said?.hide(), SHOWN_FOR);
}
