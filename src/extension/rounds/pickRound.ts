import * as vscode from 'vscode';
import { isOpen, type Round } from '../../core/rounds/round.js';
import { listed } from '../codebook/words.js';
import { dateOf } from '../common/date.js';

/** Asks which of some rounds is meant, the newest first; one alone is. */
export async function pickRound(rounds: readonly Round[], title: string): Promise<Round | undefined> {
  if (rounds.length <= 1) return rounds[0];
  const items = rounds.toReversed().map(round => ({
    label: round.name,
    description: isOpen(round) ? vscode.l10n.t('open') : vscode.l10n.t('closed'),
    detail: vscode.l10n.t('{0}, opened by {1} on {2}', listed(round.coders), round.by, dateOf(round.created)),
    round,
  }));
  return (await vscode.window.showQuickPick(items, { title, matchOnDetail: true }))?.round;
}
