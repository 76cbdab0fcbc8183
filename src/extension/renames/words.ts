import * as vscode from 'vscode';
import type { Move, MovedAlong } from '../../core/renames/moveAlong.js';
import { transcriptName } from '../../core/study/layout.js';
import { transcriptCount } from '../transcripts/words.js';

/**
 * What is said once files of coders have gone along with transcripts; undefined where there was nothing to do.
 * @param isHiding some work is hidden: then it is not told whose files there were
 */
export function movedAlong(
  { coders, memos }: MovedAlong,
  transcripts: readonly Move[],
  isHiding: boolean,
): string | undefined {
  const names = namesOf(transcripts.map(({ to }) => to));
  if (coders.length === 0) return memos.length === 0 ? undefined : memosFollow(memos.length, names);
  const [only = ''] = coders;
  const codings = isHiding
    ? vscode.l10n.t('Codings moved along with {0}', names)
    : coders.length === 1
      ? vscode.l10n.t('Codings of {0} moved along with {1}', only, names)
      : vscode.l10n.t('Codings of {0} coders moved along with {1}', coders.length, names);
  return memos.length === 0 ? codings : `${codings}. ${memosFollow(memos.length, names)}`;
}

/** What is said once they have gone back. */
export function movedBack(transcripts: readonly Move[]): string {
  return vscode.l10n.t('Codings moved back with {0}', namesOf(transcripts.map(({ to }) => to)));
}

/** What is said of transcripts that are no longer in the study. */
export function leftBehind(transcripts: readonly string[]): string {
  return vscode.l10n.t('{0} left the study. The codings stay in it and are kept.', namesOf(transcripts));
}

function memosFollow(memos: number, names: string): string {
  return memos === 1
    ? vscode.l10n.t('Links in 1 memo lead to {0} now', names)
    : vscode.l10n.t('Links in {0} memos lead to {1} now', memos, names);
}

function namesOf(paths: readonly string[]): string {
  return paths.length === 1 ? transcriptName(paths[0] ?? '') : transcriptCount(paths.length);
}
