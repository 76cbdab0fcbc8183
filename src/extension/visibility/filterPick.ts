import * as vscode from 'vscode';
import { type CodingWish, idsToday } from '../../core/coding/filter.js';
import { compareTexts } from '../../core/text/compare.js';
import { entryItems } from '../codebook/pickEntry.js';
import { excerptCount } from '../codebook/words.js';
import type { OpenStudy } from '../study/openStudy.js';

/** A line of the picker: a heading, a coder, or a theme or code by its id. */
interface WishItem extends vscode.QuickPickItem {
  readonly coder?: string;
  readonly id?: string;
}

/**
 * Asks which codings of a study are to be seen; what is seen now is ticked.
 * @returns undefined when the person turned away
 */
export async function askForWish(opened: OpenStudy, now: CodingWish): Promise<CodingWish | undefined> {
  const coders = coderItems(opened, now);
  const themes = themeItems(opened);
  const codes = codeItems(opened);
  const ticked = new Set(idsToday(opened.study.codebook, now.entries));
  const items: WishItem[] = [
    ...section(vscode.l10n.t('coders'), coders),
    ...section(vscode.l10n.t('themes, with all that is in them'), themes),
    ...section(vscode.l10n.t('codes'), codes),
  ].map(item => ({ ...item, picked: item.picked ?? (item.id !== undefined && ticked.has(item.id)) }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Show which codings?'),
    placeHolder: vscode.l10n.t('Tick coders, themes and codes to be shown. Nothing ticked: everything'),
    canPickMany: true,
    matchOnDescription: true,
  });
  if (chosen === undefined) return undefined;
  const names = chosen.map(({ coder }) => coder).filter(name => name !== undefined);
  return {
    // All of them ticked is no wish: a colleague who joins later is to be seen as well.
    coders: names.length === coders.length ? [] : names,
    entries: chosen.map(({ id }) => id).filter(id => id !== undefined),
  };
}

function section(label: string, items: readonly WishItem[]): WishItem[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function coderItems({ seen: study }: OpenStudy, now: CodingWish): WishItem[] {
  // Somebody who is ticked stays in the list, whether there are codings or not: what is on must be seen.
  const counts = new Map(now.coders.map(coder => [coder, 0]));
  for (const { coder, codings } of study.index.allFiles()) {
    counts.set(coder, (counts.get(coder) ?? 0) + codings.length);
  }
  return [...counts]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([coder, count]) => ({
      coder,
      label: coder,
      description: excerptCount(count),
      iconPath: new vscode.ThemeIcon('account'),
      picked: now.coders.includes(coder),
    }));
}

function themeItems(opened: OpenStudy): WishItem[] {
  const themes = opened.study.codebook.entries.filter(({ kind }) => kind === 'theme');
  return entryItems(opened, themes).map(({ entry, ...item }) => ({ ...item, ...(entry && { id: entry.id }) }));
}

function codeItems(opened: OpenStudy): WishItem[] {
  const { seen: study } = opened;
  const codes = study.codebook.entries.filter(({ kind }) => kind === 'code');
  const unknown = [...study.index.usedCodes()].filter(code => study.entry(code) === undefined).sort(compareTexts);
  return [
    ...entryItems(opened, codes).map(({ entry, ...item }) => ({ ...item, ...(entry && { id: entry.id }) })),
    ...unknown.map(code => ({
      id: code,
      label: code,
      description: `${excerptCount(study.index.count(code))} · ${vscode.l10n.t('not in the codebook')}`,
      iconPath: new vscode.ThemeIcon('warning'),
    })),
  ];
}
