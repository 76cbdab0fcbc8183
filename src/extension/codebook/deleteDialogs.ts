import * as vscode from 'vscode';
import { codeCounts } from '../../core/analysis/codeCounts.js';
import type { DeletionImpact } from '../../core/analysis/deletionImpact.js';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import type { OpenStudy } from '../study/openStudy.js';
import { excerptCount, listed, nameOf, transcriptCount } from './words.js';

/** What a person chose for the codings of a code that is deleted. */
export type DeletionAnswer = 'merge' | 'recode' | 'remove';

/** Asks whether what is in themes or codes goes with them; undefined when the person turned away. */
export async function askForContents(
  opened: OpenStudy,
  entries: readonly CodebookEntry[],
  { kept }: DeletionImpact,
): Promise<'keep' | 'delete' | undefined> {
  const counts = codeCounts(opened.seen);
  const codes = kept.filter(entry => entry.kind === 'code');
  const themes = kept.length - codes.length;
  const excerpts = codes.reduce((sum, code) => sum + (counts.get(code) ?? 0), 0);
  const inside = [
    ...(themes === 0 ? [] : [themes === 1 ? vscode.l10n.t('1 subtheme') : vscode.l10n.t('{0} subthemes', themes)]),
    ...(codes.length === 0
      ? []
      : [codes.length === 1 ? vscode.l10n.t('1 code') : vscode.l10n.t('{0} codes', codes.length)]),
    ...(excerpts === 0 ? [] : [excerptCount(excerpts)]),
  ];
  const message =
    entries.length === 1
      ? vscode.l10n.t('Delete {0}? There are {1} in it.', nameOf(entries), listed(inside))
      : vscode.l10n.t('Delete {0}? There are {1} in them.', nameOf(entries), listed(inside));
  const keep =
    codes.length === 0
      ? vscode.l10n.t('Keep Its Subthemes')
      : entries.every(entry => entry.kind === 'code')
        ? vscode.l10n.t('Keep the Subcodes')
        : vscode.l10n.t('Keep the Codes');
  const all = excerpts === 0 ? vscode.l10n.t('Delete Them Too') : vscode.l10n.t('Delete Them Too…');
  const detail = vscode.l10n.t('What is kept moves up to where this stands now. Undo brings everything back.');
  const answer = await vscode.window.showWarningMessage(message, { modal: true, detail }, keep, all);
  return answer === keep ? 'keep' : answer === all ? 'delete' : undefined;
}

/**
 * Says which excerpts would be left without their code and asks what becomes of them; undefined when the person turned
 * away.
 * @param shown what of it the person sees: where that is not all, it is said that colleagues use it too, and neither how much nor where
 * @param hasOthers whether there is another code they could go to
 */
export async function askForCodings(
  impact: DeletionImpact,
  shown: DeletionImpact,
  hasOthers: boolean,
): Promise<DeletionAnswer | undefined> {
  const merge = vscode.l10n.t('Merge into Another Code…');
  const recode = vscode.l10n.t('Move Excerpts to Another Code…');
  const remove = vscode.l10n.t('Remove the Excerpts Too');
  const options = { modal: true, detail: detailOf(hasOthers) };
  const buttons = hasOthers ? [merge, recode, remove] : [remove];
  const answer = await vscode.window.showWarningMessage(questionOf(impact, shown), options, ...buttons);
  switch (answer) {
    case merge:
      return 'merge';
    case recode:
      return 'recode';
    case remove:
      return 'remove';
    default:
      return undefined;
  }
}

function questionOf(impact: DeletionImpact, shown: DeletionImpact): string {
  const question = vscode.l10n.t('Delete {0}?', nameOf(impact.entries));
  if (shown.codings.length === impact.codings.length) return `${question} ${codedWith(impact)}`;
  const also =
    shown.codings.length === 0
      ? vscode.l10n.t('Colleagues whose codings are hidden use it; what you choose happens to theirs.')
      : vscode.l10n.t('Colleagues whose codings are hidden use it as well; what you choose happens to theirs, too.');
  return [question, ...(shown.codings.length === 0 ? [] : [codedWith(shown)]), also].join(' ');
}

function codedWith({ used, codings, coders, transcripts, entries }: DeletionImpact): string {
  const where = vscode.l10n.t(
    '{0} by {1} in {2}',
    excerptCount(codings.length),
    listed(coders),
    transcriptCount(transcripts.length),
  );
  return used.length > 1
    ? vscode.l10n.t('{0} are coded with {1} of them.', where, used.length)
    : codings.length === 1
      ? vscode.l10n.t('{0} is coded with {1}.', where, entries.length === 1 ? vscode.l10n.t('it') : nameOf(used))
      : vscode.l10n.t('{0} are coded with {1}.', where, entries.length === 1 ? vscode.l10n.t('it') : nameOf(used));
}

function detailOf(hasOthers: boolean): string {
  const remove = vscode.l10n.t('Remove: the passages are no longer coded with it; the transcripts stay as they are.');
  const undo = vscode.l10n.t('Undo brings everything back.');
  if (!hasOthers) return [remove, undo].join('\n');
  const merge = vscode.l10n.t(
    'Merge: the excerpts count as the other code’s, show where they came from, and can be taken out again.',
  );
  const recode = vscode.l10n.t('Move: the excerpts are coded with the other code, as if from the start.');
  return [merge, recode, remove, undo].join('\n');
}
