import * as vscode from 'vscode';
import { branchNameFor, proposeReviewName } from '../../core/versions/reviewName.js';
import type { SendPlan } from '../../core/versions/send.js';
import { error, info, typed } from './typed.js';

/**
 * Asks what something is sent for review as.
 * @param person who sends it
 * @returns the name it goes by, which nothing has; undefined where the person turned away
 */
export async function askReviewName(
  { changes, taken }: Extract<SendPlan, { is: 'new' }>,
  person: string | undefined,
): Promise<string | undefined> {
  const answer = await typed({
    title: vscode.l10n.t('Send for Review: What Is It About?'),
    prompt: vscode.l10n.t('Colleagues see it by a name. The shared work stays as it is until they take it in.'),
    proposed: proposeReviewName(changes, person),
    remark: text =>
      text === ''
        ? error(vscode.l10n.t('Please type a name, for example what you coded.'))
        : info(
            vscode.l10n.t(
              'Colleagues see it as {0}. The shared work stays as it is until they take it in.',
              branchNameFor(text, taken),
            ),
          ),
  });
  return answer !== undefined && 'text' in answer ? branchNameFor(answer.text, taken) : undefined;
}
