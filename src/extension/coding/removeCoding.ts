import * as vscode from 'vscode';
import { removeCodingsById } from '../../core/coding/actions.js';
import { excerptCount } from '../codebook/words.js';
import type { CodedDocuments } from '../documents/codedDocuments.js';
import { conclude } from '../history/conclude.js';
import type { History } from '../history/history.js';
import type { Coder } from './coder.js';
import { type CodingInStudy, codingAtCursor } from './codingAtCursor.js';

/** Removes codings: those handed in, else the one at the cursor; where several overlap there, asks which. */
export async function removeCoding(
  targets: readonly CodingInStudy[],
  services: { documents: CodedDocuments; history: History; coder: Coder },
): Promise<void> {
  const question = vscode.l10n.t('Which coding do you want to remove?');
  const atCursor = targets.length > 0 ? undefined : await codingAtCursor(services.documents, services.coder, question);
  const found = atCursor === undefined ? targets : [atCursor];
  const [first] = found;
  if (first === undefined) return;
  const { opened } = first;
  const code = opened.study.titleOf(opened.seen.index.find(first.id)?.coding.code ?? '');
  const done = await removeCodingsById(
    opened.study,
    found.map(({ id }) => id),
  );
  if (done.codings.length === 0) return;
  const title =
    done.codings.length === 1
      ? vscode.l10n.t('Removed {0} from a passage', code)
      : vscode.l10n.t('Removed the codes of {0}', excerptCount(done.codings.length));
  await conclude(services.history, opened, 'trash', { title, edits: done.edits });
}
