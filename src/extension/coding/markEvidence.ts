import * as vscode from 'vscode';
import { setEvidence } from '../../core/coding/change.js';
import { EVIDENCE, type Evidence, evidenceOf } from '../../core/coding/evidence.js';
import { excerptCount } from '../codebook/words.js';
import { announce } from '../common/report.js';
import { conclude } from '../history/conclude.js';
import { type CodingInStudy, codingAtCursor } from './codingAtCursor.js';
import { EVIDENCE_ICON, evidenceMark, evidenceMeaning } from './evidenceWords.js';
import type { ChangeServices } from './recodeCoding.js';

/** Says how excerpts stand to their codes: those handed in, else the one at the cursor. Asks how. */
export async function markEvidence(targets: readonly CodingInStudy[], services: ChangeServices): Promise<void> {
  const question = vscode.l10n.t('Which coding do you want to mark?');
  const atCursor = targets.length > 0 ? undefined : await codingAtCursor(services.documents, services.coder, question);
  const found = atCursor === undefined ? targets : [atCursor];
  const [first] = found;
  if (first === undefined) return;
  const { opened } = first;
  const codings = found.map(({ id }) => opened.seen.index.find(id)?.coding).filter(coding => coding !== undefined);
  const [coding] = codings;
  if (coding === undefined) return;
  const what = codings.length === 1 ? `“${opened.study.titleOf(coding.code)}”` : excerptCount(codings.length);
  const chosen = await askEvidence(what, new Set(codings.map(evidenceOf)));
  if (chosen === undefined) return;
  const ids = codings.map(({ id }) => id);
  const done = await setEvidence(opened.study, ids, chosen.evidence);
  if (done.codings.length === 0) {
    announce(vscode.l10n.t('$(info) Nothing to change: it is so already.'));
    return;
  }
  const title =
    chosen.evidence === undefined
      ? vscode.l10n.t('Took the mark of {0} away', what)
      : vscode.l10n.t('Marked {0} as {1}', what, evidenceMark(chosen.evidence));
  await conclude(services.history, opened, 'law', { title, edits: done.edits });
}

/**
 * @param what is to be marked, as a question names it
 * @param now how it is marked now
 * @returns undefined where the person turned away
 */
async function askEvidence(
  what: string,
  now: ReadonlySet<Evidence | undefined>,
): Promise<{ readonly evidence: Evidence | undefined } | undefined> {
  const isNow = (evidence: Evidence | undefined): { description?: string } =>
    now.size === 1 && now.has(evidence) ? { description: vscode.l10n.t('now') } : {};
  const marks = EVIDENCE.map(evidence => ({
    label: evidenceMark(evidence),
    detail: evidenceMeaning(evidence),
    iconPath: new vscode.ThemeIcon(EVIDENCE_ICON[evidence]),
    evidence,
    ...isNow(evidence),
  }));
  const none = {
    label: vscode.l10n.t('no mark'),
    detail: vscode.l10n.t('Say nothing about it'),
    iconPath: new vscode.ThemeIcon('dash'),
    evidence: undefined,
    ...isNow(undefined),
  };
  return vscode.window.showQuickPick([...marks, none], {
    title: vscode.l10n.t('How does the excerpt stand to {0}?', what),
    placeHolder: vscode.l10n.t('Choose a mark'),
    matchOnDetail: true,
  });
}
