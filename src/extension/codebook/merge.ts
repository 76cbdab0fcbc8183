import * as vscode from 'vscode';
import { codeCounts } from '../../core/analysis/codeCounts.js';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import type { OpenStudy } from '../study/openStudy.js';
import { formerIds } from './formerIds.js';
import { pickEntry } from './pickEntry.js';
import type { CodebookServices } from './services.js';
import { excerptCount, nameOf } from './words.js';

/** Merges codes into another: their excerpts count as its own from then on, and it can be taken back at any time. */
export async function merge(services: CodebookServices, args: readonly unknown[]): Promise<void> {
  const target = await services.targets.of(args, {
    ask: vscode.l10n.t('Merge which code?'),
    none: vscode.l10n.t('Select the codes to merge first. Themes cannot be merged; move what is in them instead.'),
    fits: entry => entry.kind === 'code',
  });
  if (target === undefined) return;
  const { opened, entries } = target;
  const into = await pickMergeTarget(opened, entries);
  if (into === undefined) return;
  const change = { do: 'merge', from: entries.map(entry => entry.id), into: into.id } as const;
  await services.editing.change(opened, [change], mergeTitle(entries, into), 'git-merge');
}

/** What a merge is called. */
export function mergeTitle(entries: readonly CodebookEntry[], into: CodebookEntry): string {
  return vscode.l10n.t('Merged {0} into “{1}”', nameOf(entries), into.title);
}

/**
 * Asks which code others are to be merged into; undefined when the person turned away.
 * @param not codes that are not offered
 */
export async function pickMergeTarget(
  opened: OpenStudy,
  from: readonly CodebookEntry[],
  not: readonly CodebookEntry[] = from,
): Promise<CodebookEntry | undefined> {
  const others = otherCodes(opened, not);
  if (others.length === 0)
    throw new Error(vscode.l10n.t('There is no other code to merge into. Make one first, or rename this one.'));
  const counts = codeCounts(opened.seen);
  const count = from.reduce((sum, entry) => sum + (counts.get(entry) ?? 0), 0);
  return pickEntry(opened, others, {
    title: vscode.l10n.t('Merge {0} ({1}) into…', nameOf(from), excerptCount(count)),
    placeHolder: vscode.l10n.t('Excerpts go along; definitions are kept below its own; Un-merge takes it back'),
  });
}

/** All codes but some, in the order of the codebook. */
export function otherCodes(opened: OpenStudy, than: readonly CodebookEntry[]): CodebookEntry[] {
  return opened.study.codebook.entries.filter(entry => entry.kind === 'code' && !than.includes(entry));
}

/** Makes a code that was merged a code of its own again. */
export async function unmerge(services: CodebookServices, args: readonly unknown[]): Promise<void> {
  const target = await services.targets.of(args, {
    ask: vscode.l10n.t('Take a merge back from which code?'),
    none: vscode.l10n.t('Nothing was merged into it, and it never had another id.'),
    fits: entry => formerIds(entry).length > 0,
  });
  if (target === undefined) return;
  const { opened, entries } = target;
  const [entry] = entries;
  const id = await pickFormerId(opened, entry);
  if (id === undefined) return;
  const done = vscode.l10n.t('Un-merged “{0}” from “{1}”', id, entry.title);
  await services.editing.change(opened, [{ do: 'unmerge', id }], done, 'git-branch');
}

async function pickFormerId(opened: OpenStudy, entry: CodebookEntry): Promise<string | undefined> {
  const ids = formerIds(entry);
  if (ids.length === 1) return ids[0];
  const items = ids.map(id => ({ label: id, description: excerptCount(opened.seen.index.count(id)) }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which code is to be taken out of “{0}” again?', entry.title),
    placeHolder: vscode.l10n.t('Its excerpts go with it'),
  });
  return chosen?.label;
}
