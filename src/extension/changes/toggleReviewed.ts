import * as vscode from 'vscode';
import { sideOf } from '../../core/review/status.js';
import { announce } from '../common/report.js';
import type { ReviewMarks } from './reviewMarks.js';
import { statusOf } from './status.js';
import type { ChangesMeant } from './targets.js';
import { changeCount } from './words.js';

/** Marks changes as reviewed; where all of them are, takes the marks away. */
export async function toggleReviewed(meant: ChangesMeant | undefined, marks: ReviewMarks): Promise<void> {
  if (meant === undefined) return;
  const isOpen = meant.nodes.some(({ opened, change }) => statusOf(opened, change, marks) === 'open');
  await markReviewed(meant, marks, isOpen);
}

/** Marks changes as reviewed, or as open again, and says so. */
export async function markReviewed(
  { opened, nodes }: ChangesMeant,
  marks: ReviewMarks,
  isReviewed: boolean,
): Promise<void> {
  const judged = nodes.map(({ change }) => ({ change, side: sideOf(opened.study, change) }));
  const count = changeCount(nodes.length);
  announce(
    isReviewed
      ? vscode.l10n.t('$(check) Reviewed: {0}', count)
      : vscode.l10n.t('$(circle-large-outline) To be reviewed again: {0}', count),
  );
  await marks.set(opened, judged, isReviewed);
}
