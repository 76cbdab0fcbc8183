import * as vscode from 'vscode';
import { announce } from '../common/report.js';
import type { Reviews } from './reviews.js';
import type { Judged } from './status.js';
import type { ChangesMeant } from './targets.js';
import { changeCount } from './words.js';

/** Marks changes as reviewed; where all of them are, takes the marks away. */
export async function toggleReviewed(meant: ChangesMeant | undefined, reviews: Reviews): Promise<void> {
  if (meant === undefined) return;
  const isOpen = meant.nodes.some(({ opened, change }) => reviews.statusOf(opened, change) === 'open');
  await markReviewed(meant, reviews, isOpen);
}

/** Marks changes as reviewed, or as open again, and says so. */
export async function markReviewed(
  { opened, nodes }: ChangesMeant,
  reviews: Reviews,
  isReviewed: boolean,
): Promise<void> {
  const judged: Judged[] = [];
  for (const { compared, change } of nodes)
    judged.push({ change, side: await reviews.sideOf(opened, compared, change) });
  const count = changeCount(nodes.length);
  announce(
    isReviewed
      ? vscode.l10n.t('$(check) Reviewed: {0}', count)
      : vscode.l10n.t('$(circle-large-outline) To be reviewed again: {0}', count),
  );
  await reviews.set(opened, judged, isReviewed);
}
