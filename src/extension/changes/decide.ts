import * as vscode from 'vscode';
import { takeSide } from '../../core/review/apply.js';
import type { Change } from '../../core/review/change.js';
import { describeChange } from '../../core/review/sentence.js';
import { listed } from '../codebook/words.js';
import { conclude } from '../history/conclude.js';
import type { History } from '../history/history.js';
import { sayRefused } from './refused.js';
import type { Reviews } from './reviews.js';
import type { ChangesMeant } from './targets.js';
import { changeCount } from './words.js';

/** What deciding on changes needs. */
export interface DecisionServices {
  readonly history: History;
  readonly reviews: Reviews;
}

/**
 * Takes changes over into today’s files (`after`), or makes these say what they said before (`before`), and marks them as reviewed. One
 * action, one undo. What cannot be done is listed, with what to do about it.
 */
export async function decide(
  { opened, nodes }: ChangesMeant,
  side: 'before' | 'after',
  { history, reviews }: DecisionServices,
): Promise<void> {
  const changes = nodes.map(({ change }) => change);
  const { edits, done, refused, along } = await takeSide(opened.study, changes, side, nodes[0].compared);
  if (done.length > 0) {
    const title = titleOf(done, nodes.length, side);
    const titles = along.flatMap(each => each.titles.map(name => `“${name}”`));
    const said =
      titles.length === 0 ? title : vscode.l10n.t('{0}, and with it {1}', title, listed([...new Set(titles)]));
    await conclude(history, opened, side === 'after' ? 'check' : 'circle-slash', { title, edits }, said);
    await reviews.set(
      opened,
      done.map(change => ({ change, side })),
      true,
    );
  }
  if (refused.length > 0) sayRefused(refused, side);
}

/** One change is named, of several the number is told. */
function titleOf(done: readonly Change[], asked: number, side: 'before' | 'after'): string {
  const [first] = done;
  const what = first !== undefined && asked === 1 ? describeChange(first).text : changeCount(done.length);
  return side === 'after' ? vscode.l10n.t('Accepted: {0}', what) : vscode.l10n.t('Rejected: {0}', what);
}
