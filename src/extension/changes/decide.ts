import * as vscode from 'vscode';
import { takeSide } from '../../core/review/apply.js';
import { describeChange } from '../../core/review/sentence.js';
import { conclude } from '../history/conclude.js';
import type { History } from '../history/history.js';
import type { ChangeNode } from './nodes.js';
import { sayRefused } from './refused.js';
import type { ReviewMarks } from './reviewMarks.js';
import type { ChangesMeant } from './targets.js';
import { changeCount } from './words.js';

/** What deciding on changes needs. */
export interface DecisionServices {
  readonly history: History;
  readonly marks: ReviewMarks;
}

/**
 * Takes changes over into today’s files (`after`), or makes these say what they said before (`before`), and marks them as reviewed. One
 * action, one undo. What cannot be done is listed, with what to do about it.
 */
export async function decide(
  { opened, nodes }: ChangesMeant,
  side: 'before' | 'after',
  { history, marks }: DecisionServices,
): Promise<void> {
  const { before, after } = nodes[0].compared;
  const changes = nodes.map(({ change }) => change);
  const { edits, done, refused } = await takeSide(opened.study, changes, side, { before, after });
  if (done.length > 0) {
    const what =
      nodes.length === 1 || done.length === 1
        ? describeChange(done[0] ?? nodes[0].change).text
        : changeCount(done.length);
    const title = side === 'after' ? vscode.l10n.t('Accepted: {0}', what) : vscode.l10n.t('Rejected: {0}', what);
    await conclude(history, opened, side === 'after' ? 'check' : 'circle-slash', { title, edits });
    await marks.set(
      opened,
      done.map(change => ({ change, side })),
      true,
    );
  }
  if (refused.length > 0) sayRefused(refused, side);
}

/** The change that comes next once some are decided: the first one behind the last of them, else the one before the first. */
export function nextAfter(all: readonly ChangeNode[], nodes: readonly ChangeNode[]): ChangeNode | undefined {
  const keys = new Set(nodes.map(({ key }) => key));
  const last = all.findLastIndex(({ key }) => keys.has(key));
  return all.slice(last + 1)[0] ?? all.slice(0, Math.max(last, 0)).findLast(({ key }) => !keys.has(key));
}
