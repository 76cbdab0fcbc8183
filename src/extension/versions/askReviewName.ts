import * as vscode from 'vscode';
import { branchNameFor, proposeReviewName } from '../../core/versions/reviewName.js';
import type { SendPlan } from '../../core/versions/send.js';

/**
 * Asks what something is sent for review as.
 * @param person who sends it
 * @returns the name it goes by, which nothing has; undefined where the person turned away
 */
export async function askReviewName(
  { changes, taken }: Extract<SendPlan, { is: 'new' }>,
  person: string | undefined,
): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Send for Review: What Is It About?'),
    prompt: vscode.l10n.t(
      'Colleagues see it by this name. Enter sends it; the shared work stays as it is until they take it in.',
    ),
    value: proposeReviewName(changes, person),
    ignoreFocusOut: true,
    validateInput: text => {
      if (text.trim() === '') return vscode.l10n.t('Please type a name, for example what you coded.');
      const message = vscode.l10n.t('It is sent as {0}', branchNameFor(text, taken));
      return { message, severity: vscode.InputBoxValidationSeverity.Info };
    },
  });
  return typed === undefined || typed.trim() === '' ? undefined : branchNameFor(typed, taken);
}
