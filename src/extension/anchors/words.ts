import * as vscode from 'vscode';
import type { RefreshFigures } from '../../core/anchoring/refresh.js';
import { transcriptName } from '../../core/study/layout.js';

/** “12 to move, 3 of changed wording”. */
export function figuresLabel({ moved, kept }: RefreshFigures): string {
  return kept === 0
    ? vscode.l10n.t('{0} to move', moved)
    : vscode.l10n.t('{0} to move, {1} of changed wording', moved, kept);
}

/** What was done, as undo names it. */
export function movedTitle(moved: number): string {
  return moved === 1
    ? vscode.l10n.t('Moved 1 anchor to today’s version')
    : vscode.l10n.t('Moved {0} anchors to today’s version', moved);
}

/** How many have no certain place; empty where all have one. */
export function leftToReview({ ambiguous, orphan }: RefreshFigures): string {
  const left = ambiguous + orphan;
  if (left === 0) return '';
  return left === 1 ? vscode.l10n.t('1 is left to review') : vscode.l10n.t('{0} are left to review', left);
}

/** Which transcripts were left out because somebody is typing in them; empty where none is. */
export function leftOut(transcripts: readonly string[]): string {
  const [only] = transcripts;
  if (only === undefined) return '';
  return transcripts.length === 1
    ? vscode.l10n.t('{0} is not saved and was left out', transcriptName(only))
    : vscode.l10n.t('{0} transcripts are not saved and were left out', transcripts.length);
}

/** That today's version of some transcripts is to be committed; empty where all are. */
export function toCommit(transcripts: readonly string[]): string {
  const [only] = transcripts;
  if (only === undefined) return '';
  return transcripts.length === 1
    ? vscode.l10n.t('commit {0} together with the codings', transcriptName(only))
    : vscode.l10n.t('commit the {0} edited transcripts together with the codings', transcripts.length);
}
