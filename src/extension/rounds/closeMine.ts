import * as vscode from 'vscode';
import { closeRound } from '../../core/rounds/close.js';
import { roundsOf } from '../../core/rounds/hideRounds.js';
import { announce } from '../common/report.js';
import { pickRound } from './pickRound.js';
import type { RoundServices } from './services.js';
import { recordingAt } from './work.js';

/** Closes a round for the person: saves the version that says so, and from then on colleagues’ codings are shown. */
export async function closeMyRound({ studies, coder }: RoundServices): Promise<void> {
  const { opened, work } = await recordingAt(studies);
  const me = await coder.ensure(opened);
  if (me === undefined) return;
  const open = roundsOf(opened.study, me);
  if (open.length === 0) {
    announce(vscode.l10n.t('$(info) You take part in no blind round that is open.'));
    return;
  }
  const round = await pickRound(open, vscode.l10n.t('Close which blind round?'));
  if (round === undefined) return;
  const close = vscode.l10n.t('Close My Round');
  const question = vscode.l10n.t('Close the blind round “{0}” for {1}?', round.name, me);
  const detail = vscode.l10n.t(
    'What you coded in it is saved as a version. It stays as it is for comparing, whatever you change later. From then on you see what the others coded.',
  );
  if ((await vscode.window.showInformationMessage(question, { modal: true, detail }, close)) !== close) return;
  await closeRound(opened.study, work, round, me);
  announce(vscode.l10n.t('$(unlock) You have closed the blind round “{0}”', round.name));
}
