import * as vscode from 'vscode';
import { compareTranscripts } from '../../core/analysis/transcriptOrder.js';
import { transcriptName } from '../../core/study/layout.js';
import { announce } from '../common/report.js';
import type { Studies } from '../study/studies.js';
import type { TranscriptsTree } from './transcriptsTree.js';

/** Opens the next transcript, by name, that the person has not read, from the one in the editor on, round the end. */
export async function openNextUnread(studies: Studies, tree: TranscriptsTree): Promise<void> {
  const opened = await studies.current((await studies.toRead())[0]);
  const unread = (opened?.seen.transcriptPaths() ?? [])
    .filter(path => opened?.study.exists(path) && tree.stateOf(opened, path) === 'unread')
    .sort(compareTranscripts);
  if (opened === undefined || unread.length === 0) {
    announce(vscode.l10n.t('$(pass) There is no unread transcript.'));
    return;
  }
  const uri = vscode.window.activeTextEditor?.document.uri;
  const here = (uri && opened.path(uri)) ?? '';
  const next = unread.find(path => compareTranscripts(path, here) > 0) ?? unread.find(path => path !== here) ?? here;
  await vscode.window.showTextDocument(opened.uri(next));
  const left = unread.length - 1;
  announce(
    left === 0
      ? vscode.l10n.t('$(book) {0}: the last unread transcript', transcriptName(next))
      : vscode.l10n.t('$(book) {0}: unread, and {1} more', transcriptName(next), left),
  );
}
