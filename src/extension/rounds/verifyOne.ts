import * as vscode from 'vscode';
import { unsavedOfRound } from '../../core/rounds/unsaved.js';
import { reportDocument } from '../../core/rounds/verify/document.js';
import { verifyRound } from '../../core/rounds/verify/verify.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { announce } from '../common/report.js';
import { pickRound } from './pickRound.js';
import type { RoundServices } from './services.js';
import { recordingAt } from './work.js';

/** Reads from the history whether a round was blind, and shows the report. It tells who worked when, and nothing of what was coded. */
export async function verifyOneRound({ studies, reports }: RoundServices): Promise<void> {
  const { opened, work } = await recordingAt(studies);
  const rounds = opened.study.rounds.all();
  if (rounds.length === 0) {
    announce(vscode.l10n.t('$(info) There is no blind round in this study yet.'));
    return;
  }
  const round = await pickRound(rounds, vscode.l10n.t('Verify which blind round?'));
  if (round === undefined) return;
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Reading the history of the round'),
  };
  const markdown = await vscode.window.withProgress(options, async () => {
    const git = await opened.study.store.git?.();
    const head = (await git?.head())?.commit;
    const report = git === undefined || head === undefined ? undefined : await verifyRound(git, head, round.id);
    if (report === undefined) return undefined;
    const unsaved = unsavedOfRound(opened.study, await work.unsaved(), round.transcripts);
    return [...reportDocument(report, unsaved, escapeMarkdown)].join('');
  });
  if (markdown === undefined) {
    throw new Error(
      vscode.l10n.t(
        'The opening of the blind round “{0}” is in no saved version, so nothing can be shown of it.',
        round.name,
      ),
    );
  }
  await reports.show(vscode.l10n.t('Blind round {0}', round.name), markdown);
}
