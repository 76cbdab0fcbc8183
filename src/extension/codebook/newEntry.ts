import * as vscode from 'vscode';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { pickTheme } from '../coding/pickTheme.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
import { askTitle } from './askTitle.js';
import type { CodebookServices } from './services.js';
import { givenText, rowsIn } from './target.js';

/** Where a new theme or code goes: into an entry, to the top, or where the person says once it has a name. */
interface Place {
  readonly opened: OpenStudy;
  readonly under: CodebookEntry | undefined;
  readonly isAsked: boolean;
}

/** Makes a code: in the theme it was called on, in or beside what is selected, else where the person says. */
export async function newCode(services: CodebookServices, args: readonly unknown[]): Promise<void> {
  const place = (await calledOn(args)) ?? (await besideSelection(services)) ?? (await anywhere(services, true));
  if (place !== undefined) await add(services, 'code', place, givenText(args));
}

/** Makes a theme at the top, whatever is selected: themes that are made one after the other stand side by side. */
export async function newTheme(services: CodebookServices, args: readonly unknown[]): Promise<void> {
  const [row] = rowsIn(args);
  const place: Place | undefined = row
    ? { opened: row.opened, under: undefined, isAsked: false }
    : await anywhere(services, false);
  if (place !== undefined) await add(services, 'theme', place, givenText(args));
}

/** Makes a theme in another. */
export async function newSubtheme(services: CodebookServices, args: readonly unknown[]): Promise<void> {
  const target = await services.targets.of(args, {
    ask: vscode.l10n.t('New subtheme in which theme?'),
    none: vscode.l10n.t('There is no theme yet. Make one first.'),
    fits: entry => entry.kind === 'theme',
  });
  if (target === undefined) return;
  const place: Place = { opened: target.opened, under: target.entries[0], isAsked: false };
  await add(services, 'theme', place, givenText(args));
}

async function add(
  services: CodebookServices,
  kind: 'code' | 'theme',
  place: Place,
  given: string | undefined,
): Promise<void> {
  const { opened, under, isAsked } = place;
  const title = await askTitle(opened, {
    title:
      kind === 'code' ? vscode.l10n.t('New code') : under ? vscode.l10n.t('New subtheme') : vscode.l10n.t('New theme'),
    prompt:
      under !== undefined
        ? vscode.l10n.t('It goes into “{0}”.', under.title)
        : vscode.l10n.t('It can be moved and renamed at any time.'),
    placeHolder: kind === 'code' ? vscode.l10n.t('Name of the code') : vscode.l10n.t('Name of the theme'),
    under,
    given,
  });
  if (title === undefined) return;
  const theme = isAsked && given === undefined ? await pickTheme(opened, title) : under?.id;
  if (isAsked && given === undefined && theme === undefined) return;
  const done = kind === 'code' ? vscode.l10n.t('New code “{0}”', title) : vscode.l10n.t('New theme “{0}”', title);
  const change = { do: 'add', kind, title, under: theme === '' ? undefined : theme } as const;
  await services.editing.change(opened, [change], done, 'add');
}

/** The theme (or study) whose row a menu or button belongs to; for a code, what it stands in. */
async function calledOn(args: readonly unknown[]): Promise<Place | undefined> {
  const [row] = rowsIn(args);
  if (row?.kind === 'study') return { opened: row.opened, under: undefined, isAsked: false };
  const entry = row?.kind === 'entry' ? row.opened.study.entry(row.entryId) : undefined;
  return row && entry && { opened: row.opened, under: themeOf(entry), isAsked: false };
}

/** The theme itself, or what a code stands in. */
function themeOf(entry: CodebookEntry): CodebookEntry | undefined {
  return entry.kind === 'theme' ? entry : entry.parent;
}

/** In the one theme that is selected, or in the theme of the one code. */
async function besideSelection({ targets }: CodebookServices): Promise<Place | undefined> {
  const here = await targets.here();
  const [entry, ...others] = here?.entries ?? [];
  if (here === undefined || entry === undefined || others.length > 0) return undefined;
  return { opened: here.opened, under: themeOf(entry), isAsked: false };
}

async function anywhere({ studies }: CodebookServices, isAsked: boolean): Promise<Place | undefined> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
  const first = folder ?? vscode.workspace.workspaceFolders?.[0];
  // Where there is no study yet, its codebook is the first thing it has.
  const opened = (await studies.current()) ?? (first && (await studies.ofOrNew(first.uri)));
  if (opened !== undefined) return { opened, under: undefined, isAsked };
  announce(vscode.l10n.t('$(info) Open the folder that holds your transcripts first.'));
  return undefined;
}
