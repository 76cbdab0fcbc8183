import * as vscode from 'vscode';
import { codeCounts } from '../../core/analysis/codeCounts.js';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { colorOf } from '../../core/codebook/colors.js';
import { swatchIcon } from '../common/swatch.js';
import type { OpenStudy } from '../study/openStudy.js';
import { excerptCount, pathOf } from './words.js';

/** A line of a picker that stands for a theme or code. */
export interface EntryItem extends vscode.QuickPickItem {
  readonly entry?: CodebookEntry;
}

/** What a picker says. */
export interface PickerText {
  readonly title: string;
  readonly placeHolder: string;
}

/** Themes and codes as lines of a picker, each with its place and how often it is used. */
export function entryItems(opened: OpenStudy, entries: readonly CodebookEntry[]): EntryItem[] {
  const counts = codeCounts(opened.seen);
  return entries.map(entry => ({
    entry,
    label: entry.title,
    description: [excerptCount(counts.get(entry) ?? 0), pathOf(entry)].filter(part => part !== '').join(' · '),
    iconPath: entry.kind === 'theme' ? new vscode.ThemeIcon('layers') : swatchIcon(colorOf(entry)),
  }));
}

/**
 * Lets a person choose a line.
 * @returns undefined when the person turned away
 */
export async function pickItem(items: readonly EntryItem[], text: PickerText): Promise<EntryItem | undefined> {
  return vscode.window.showQuickPick(items, { ...text, matchOnDescription: true, matchOnDetail: true });
}

/** Lets a person choose one of some themes and codes; undefined when the person turned away. */
export async function pickEntry(
  opened: OpenStudy,
  entries: readonly CodebookEntry[],
  text: PickerText,
): Promise<CodebookEntry | undefined> {
  return (await pickItem(entryItems(opened, entries), text))?.entry;
}
