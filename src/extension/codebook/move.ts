import * as vscode from 'vscode';
import type { Destination } from '../../core/codebook/change.js';
import type { Codebook, CodebookEntry } from '../../core/codebook/codebook.js';
import { stepAside } from '../../core/codebook/drop.js';
import { isWithin, topmost } from '../../core/codebook/selection.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { ThemesArrangement } from '../themes/themesArrangement.js';
import { askTitle } from './askTitle.js';
import type { CodebookEditing } from './editing.js';
import { type EntryItem, entryItems, pickItem } from './pickEntry.js';
import type { CodebookServices } from './services.js';
import { givenText } from './target.js';
import { nameOf } from './words.js';

/** Moves themes and codes, with all that is in them, into another theme or code or to the top. */
export async function moveTo(services: CodebookServices, args: readonly unknown[]): Promise<void> {
  const target = await services.targets.of(args, {
    ask: vscode.l10n.t('Move which theme or code?'),
    none: vscode.l10n.t('Select the themes or codes to move first.'),
  });
  if (target === undefined) return;
  const { opened, entries } = target;
  const moved = topmost(entries);
  const chosen = await pickItem(destinations(opened, moved), {
    title: vscode.l10n.t('Move {0} to…', nameOf(moved)),
    placeHolder: vscode.l10n.t('Choose a theme, or a code that is to hold it'),
  });
  if (chosen !== undefined) await move(services.editing, opened, moved, { under: chosen.entry?.id });
}

/** Moves entries as one action. */
export async function move(
  editing: CodebookEditing,
  opened: OpenStudy,
  entries: readonly CodebookEntry[],
  to: Destination,
): Promise<void> {
  const title = moveTitle(opened.study.codebook, entries, to);
  await editing.change(opened, [{ do: 'move', entries: entries.map(entry => entry.id), to }], title, 'arrow-right');
}

function moveTitle(book: Codebook, entries: readonly CodebookEntry[], to: Destination): string {
  const what = nameOf(entries);
  const beside = 'under' in to ? undefined : book.find('after' in to ? to.after : to.before);
  const under = 'under' in to ? book.find(to.under ?? '') : beside?.parent;
  if (entries.every(entry => entry.parent === under)) {
    const isUp = beside !== undefined && entries.every(entry => entry.line > beside.line);
    return isUp ? vscode.l10n.t('Moved {0} up', what) : vscode.l10n.t('Moved {0} down', what);
  }
  return under === undefined
    ? vscode.l10n.t('Moved {0} to the top', what)
    : vscode.l10n.t('Moved {0} to “{1}”', what, under.title);
}

/** Everything entries can be moved into: not themselves, what is in them, or where all of them are. */
function destinations(opened: OpenStudy, moved: readonly CodebookEntry[]): EntryItem[] {
  const all = new Set(moved);
  const home = moved.every(entry => entry.parent === moved[0]?.parent) ? moved[0] : undefined;
  const open = opened.study.codebook.entries.filter(
    entry => !isWithin(entry, all) && (home === undefined || entry !== home.parent),
  );
  const themes = open.filter(entry => entry.kind === 'theme');
  const codes = open.filter(entry => entry.kind === 'code');
  const heading = (label: string): EntryItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const top: EntryItem = {
    label: vscode.l10n.t('The top of the codebook'),
    description: vscode.l10n.t('in no theme'),
    iconPath: new vscode.ThemeIcon('home'),
  };
  return [
    ...(home !== undefined && home.parent === undefined ? [] : [top]),
    ...entryItems(opened, themes),
    ...(codes.length === 0 ? [] : [heading(vscode.l10n.t('under a code'))]),
    ...entryItems(opened, codes),
  ];
}

/** Moves themes and codes one place up or down among their siblings. */
export function moveStep(direction: 'up' | 'down', arrangement: ThemesArrangement) {
  return async (services: CodebookServices, args: readonly unknown[]): Promise<void> => {
    const target = await services.targets.of(args, {
      ask: vscode.l10n.t('Move which theme or code?'),
      none: vscode.l10n.t('Select the themes or codes to move first.'),
    });
    if (target === undefined) return;
    if (arrangement.wish.sort !== 'document')
      throw new Error(
        vscode.l10n.t('The view is not in the order of the codebook. Choose Sort: Order of the Codebook, then move.'),
      );
    const { opened, entries } = target;
    const book = opened.study.codebook;
    const step = stepAside(
      book,
      entries.map(entry => entry.id),
      direction,
    );
    if (step !== undefined) await move(services.editing, opened, topmost(entries), step.to);
    else if (new Set(topmost(entries).map(entry => entry.parent)).size > 1)
      announce(vscode.l10n.t('$(info) Select entries that stand in one theme to move them up or down.'));
    else
      announce(
        direction === 'up'
          ? vscode.l10n.t('$(info) It is the first one there already.')
          : vscode.l10n.t('$(info) It is the last one there already.'),
      );
  };
}

/** Puts the selected themes and codes into a new theme that stands where the first of them stood. */
export async function group(services: CodebookServices, args: readonly unknown[]): Promise<void> {
  const target = await services.targets.of(args, {
    ask: vscode.l10n.t('Group which theme or code under a new theme?'),
    none: vscode.l10n.t('Select the themes or codes to group first.'),
  });
  if (target === undefined) return;
  const { opened } = target;
  const entries = topmost(target.entries);
  const title = await askTitle(opened, {
    title: vscode.l10n.t('Group {0} under a new theme', nameOf(entries)),
    placeHolder: vscode.l10n.t('Name of the theme'),
    under: entries[0]?.parent,
    given: givenText(args),
  });
  if (title === undefined) return;
  const done = vscode.l10n.t('Grouped {0} under “{1}”', nameOf(entries), title);
  const change = { do: 'group', entries: entries.map(entry => entry.id), title } as const;
  await services.editing.change(opened, [change], done, 'layers');
}

/** Makes codes themes. */
export async function promote(services: CodebookServices, args: readonly unknown[]): Promise<void> {
  const target = await services.targets.of(args, {
    ask: vscode.l10n.t('Make which code a theme?'),
    none: vscode.l10n.t('Select the code that is to become a theme first.'),
    fits: entry => entry.kind === 'code',
  });
  if (target === undefined) return;
  const { opened, entries } = target;
  const changes = entries.map(entry => ({ do: 'promote', entry: entry.id }) as const);
  await services.editing.change(opened, changes, vscode.l10n.t('Promoted {0}', nameOf(entries)), 'layers');
}

/** Makes themes codes. */
export async function demote(services: CodebookServices, args: readonly unknown[]): Promise<void> {
  const target = await services.targets.of(args, {
    ask: vscode.l10n.t('Make which theme a code?'),
    none: vscode.l10n.t('Select the theme that is to become a code first.'),
    fits: entry => entry.kind === 'theme',
  });
  if (target === undefined) return;
  const { opened, entries } = target;
  const changes = entries.map(entry => ({ do: 'demote', entry: entry.id }) as const);
  const done =
    entries.length === 1
      ? vscode.l10n.t('Made “{0}” a code', entries[0].title)
      : vscode.l10n.t('Made {0} codes', nameOf(entries));
  await services.editing.change(opened, changes, done, 'tag');
}
