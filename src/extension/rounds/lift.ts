import * as vscode from 'vscode';
import type { Round } from '../../core/rounds/round.js';
import { listed } from '../codebook/words.js';

/**
 * Asks whether somebody really wants to see colleagues’ codings while a round is open for them: it is theirs to decide.
 * @returns false where they turned away
 */
export async function mayLift(rounds: readonly Round[]): Promise<boolean> {
  const names = listed(rounds.map(({ name }) => `“${name}”`));
  const question = vscode.l10n.t('The blind round {0} is open. Show colleagues’ codings all the same?', names);
  const detail = vscode.l10n.t(
    'Your codings are independent only as long as you do not see theirs. No version will tell that you looked: say so when you report the round. Close your round first if you are done.',
  );
  const show = vscode.l10n.t('Show Them and Break the Round');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, show)) === show;
}
