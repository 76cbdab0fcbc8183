import * as vscode from 'vscode';
import { type DeletionImpact, deletionImpact } from '../../core/analysis/deletionImpact.js';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { removeCodingsById } from '../../core/coding/actions.js';
import { type CodingsFate, deleteEntries } from '../../core/study/deleteEntries.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { ExcerptNode } from '../themes/nodes.js';
import { askForCodings, askForContents, type DeletionAnswer } from './deleteDialogs.js';
import { refusalsAsErrors } from './editing.js';
import { mergeTitle, otherCodes, pickMergeTarget } from './merge.js';
import { pickEntry } from './pickEntry.js';
import type { CodebookServices } from './services.js';
import { rowsIn } from './target.js';
import { excerptCount, nameOf } from './words.js';

/**
 * Deletes themes and codes. What nothing depends on goes at once; otherwise a dialog says what would be left without its
 * code or theme, and offers what can be done about it. Called on excerpts it removes their codings.
 */
export async function deleteSelected(services: CodebookServices, args: readonly unknown[]): Promise<void> {
  const rows = rowsIn(args);
  const meant = rows.length > 0 ? rows : args.length > 0 ? services.targets.selected : [];
  const excerpts = meant.filter(row => row.kind === 'excerpt');
  if (excerpts.length > 0 && excerpts.length === meant.length) return removeExcerpts(services, excerpts);
  const target = await services.targets.of(args, {
    ask: vscode.l10n.t('Delete which theme or code?'),
    none: vscode.l10n.t('Select the themes or codes to delete first.'),
  });
  if (target !== undefined) await deleteFrom(services, target.opened, target.entries);
}

async function deleteFrom(
  { editing }: CodebookServices,
  opened: OpenStudy,
  entries: readonly CodebookEntry[],
): Promise<void> {
  const { study } = opened;
  const alone = deletionImpact(study, entries, 'keep');
  const contents = alone.kept.length === 0 ? 'keep' : await askForContents(opened, entries, alone);
  if (contents === undefined) return;
  const impact = contents === 'keep' ? alone : deletionImpact(study, entries, 'delete');
  // Hidden codings are not left without their code either; they are told of, and neither counted nor placed.
  const shown = deletionImpact(opened.seen, entries, contents);
  const fate = impact.used.length === 0 ? 'none' : await fateOf(opened, impact, shown);
  if (fate === undefined) return;
  const deletion = { entries: entries.map(entry => entry.id), contents, ...(fate === 'none' ? {} : { codings: fate }) };
  const title = titleOf(opened, impact, shown, fate === 'none' ? undefined : fate);
  const { edits, ids } = await refusalsAsErrors(() => deleteEntries(study, deletion));
  await editing.finish(opened, title, edits, ids, 'trash');
}

/** Asks what becomes of the codings, and of which code they become; undefined when the person turned away. */
async function fateOf(
  opened: OpenStudy,
  impact: DeletionImpact,
  shown: DeletionImpact,
): Promise<CodingsFate | undefined> {
  const others = otherCodes(opened, impact.entries);
  const answer: DeletionAnswer | undefined = await askForCodings(impact, shown, others.length > 0);
  switch (answer) {
    case undefined:
      return undefined;
    case 'remove':
      return { do: 'remove' };
    case 'merge': {
      const into = await pickMergeTarget(opened, impact.used, impact.entries);
      return into && { do: 'merge', into: into.id };
    }
    case 'recode': {
      const to = await pickEntry(opened, others, {
        title: vscode.l10n.t('Which code do the {0} get?', excerptCount(shown.codings.length)),
        placeHolder: vscode.l10n.t('{0} is deleted; nothing remains of it', nameOf(impact.used)),
      });
      return to && { do: 'recode', to: to.id };
    }
  }
}

function titleOf(
  opened: OpenStudy,
  impact: DeletionImpact,
  shown: DeletionImpact,
  fate: CodingsFate | undefined,
): string {
  const deleted = vscode.l10n.t('Deleted {0}', nameOf(impact.entries));
  const isPart = shown.codings.length < impact.codings.length;
  const excerpts = isPart ? vscode.l10n.t('its excerpts') : excerptCount(impact.codings.length);
  switch (fate?.do) {
    case undefined:
      return deleted;
    case 'remove':
      return vscode.l10n.t('{0} and {1}', deleted, excerpts);
    case 'recode':
      return vscode.l10n.t('{0}; {1} moved to “{2}”', deleted, excerpts, opened.study.titleOf(fate.to));
    case 'merge': {
      const into = opened.study.entry(fate.into);
      return into === undefined ? deleted : mergeTitle(impact.used, into);
    }
  }
}

async function removeExcerpts({ editing }: CodebookServices, rows: readonly ExcerptNode[]): Promise<void> {
  const opened = rows[0]?.opened;
  if (opened === undefined) return;
  const ids = rows.filter(row => row.opened === opened).map(row => row.id);
  const { codings, edits } = await removeCodingsById(opened.study, ids);
  if (codings.length === 0) return;
  await editing.finish(opened, vscode.l10n.t('Removed {0}', excerptCount(codings.length)), edits, [], 'trash');
}
