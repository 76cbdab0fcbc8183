import * as vscode from 'vscode';
import { setMemo } from '../../core/coding/change.js';
import { shorten } from '../../core/text/shorten.js';
import { askText } from '../common/askText.js';
import { conclude } from '../history/conclude.js';
import { type CodingInStudy, codingAtCursor } from './codingAtCursor.js';
import type { ChangeServices } from './recodeCoding.js';

/** Asks for the memo of a coding: the one handed in, else the one at the cursor. An empty one takes the memo away. */
export async function editMemo(target: CodingInStudy | undefined, services: ChangeServices): Promise<void> {
  const question = vscode.l10n.t('Which coding is the memo about?');
  const found = target ?? (await codingAtCursor(services.documents, services.coder, question));
  const coding = found?.opened.seen.index.find(found.id)?.coding;
  if (found === undefined || coding === undefined) return;
  const code = found.opened.study.titleOf(coding.code);
  const before = coding.memo ?? '';
  const title = vscode.l10n.t('Memo on “{0}”, coded {1}', shorten(coding.quote, 50), code);
  const prompt = vscode.l10n.t('What do you think about this passage? Enter saves; an empty memo is removed.');
  const memo = await askText(title, prompt, before);
  if (memo !== undefined && memo !== before) await saveMemo(found, memo, services);
}

/** Writes the memo of a coding as one undo, and says so. */
export async function saveMemo(
  { opened, id }: CodingInStudy,
  memo: string,
  { history }: Pick<ChangeServices, 'history'>,
): Promise<void> {
  const { codings, edits } = await setMemo(opened.study, id, memo);
  const [changed] = codings;
  if (changed === undefined) return;
  const code = opened.study.titleOf(changed.code);
  const title =
    changed.memo === undefined
      ? vscode.l10n.t('Removed the memo on {0}', code)
      : vscode.l10n.t('Wrote a memo on {0}', code);
  await conclude(history, opened, 'note', { title, edits });
}
