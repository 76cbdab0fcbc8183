import * as vscode from 'vscode';
import { excerptsOf } from '../../core/analysis/excerpts.js';
import { ChangeRefused } from '../../core/codebook/change.js';
import { exampleOf, hasExample } from '../../core/codebook/example.js';
import { changeCodebookOf } from '../../core/study/changeCodebook.js';
import { shorten } from '../../core/text/shorten.js';
import { announce } from '../common/report.js';
import { conclude } from '../history/conclude.js';
import type { History } from '../history/history.js';
import type { OpenStudy } from '../study/openStudy.js';

/** Writes an excerpt into the codebook as an example of the code it has. */
export async function makeExample(opened: OpenStudy, id: string, history: History): Promise<void> {
  const { study } = opened;
  const found = study.index.find(id);
  const entry = found && study.entry(found.coding.code);
  if (found === undefined) return;
  if (entry?.kind !== 'code') {
    const message = vscode.l10n.t('The code “{0}” is not in the codebook.', found.coding.code);
    throw new ChangeRefused(message, vscode.l10n.t('Add it to the codebook first; the Problems panel offers to.'));
  }
  const [excerpt] = await excerptsOf(study, found.file, [found.coding]);
  const words = excerpt?.text ?? found.coding.quote;
  if (hasExample(entry, words)) {
    announce(vscode.l10n.t('$(info) This is an example of {0} already.', entry.title));
    return;
  }
  const text = exampleOf(words);
  const { edits } = await changeCodebookOf(study, { do: 'note', entry: entry.id, as: 'example', text });
  const title = vscode.l10n.t('Made “{0}” an example of {1}', shorten(words, 40), entry.title);
  await conclude(history, opened, 'check', { title, edits });
}
