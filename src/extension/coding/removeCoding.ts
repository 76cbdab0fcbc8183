import * as vscode from 'vscode';
import { removeCodingsById } from '../../core/coding/actions.js';
import { announce } from '../common/report.js';
import type { CodedDocuments } from '../documents/codedDocuments.js';
import type { History } from '../history/history.js';
import type { Coder } from './coder.js';
import { type CodingInStudy, codingAtCursor } from './codingAtCursor.js';

/** What can be told about a coding that is to go: from the tree, or found at the cursor. */
export type RemovableCoding = CodingInStudy;

/** Removes a coding: the one handed in, else the one at the cursor; where several overlap there, asks which. */
export async function removeCoding(
  target: RemovableCoding | undefined,
  services: { documents: CodedDocuments; history: History; coder: Coder },
): Promise<void> {
  const question = vscode.l10n.t('Which coding do you want to remove?');
  const found = target ?? (await codingAtCursor(services.documents, services.coder, question));
  if (found === undefined) return;
  const { opened, id } = found;
  const code = opened.study.index.find(id)?.coding.code ?? '';
  const title = vscode.l10n.t('Removed {0} from a passage', opened.study.titleOf(code));
  const done = await removeCodingsById(opened.study, [id]);
  if (done.codings.length === 0) return;
  await services.history.remember(opened, { title, edits: done.edits });
  announce(`$(trash) ${title}`);
}
