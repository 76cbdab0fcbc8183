import * as vscode from 'vscode';
import type { Targets } from '../codebook/target.js';
import { Disposables } from '../common/disposables.js';
import { announce, orReport } from '../common/report.js';
import { Command } from '../ids.js';
import type { Studies } from '../study/studies.js';
import { registerColleaguesItem } from './colleaguesItem.js';
import { askForWish } from './filterPick.js';
import { registerOpenedHidden } from './openedHidden.js';
import { registerStatusItem } from './statusItem.js';
import { type ColleagueServices, hideColleaguesCodings, showColleaguesCodings } from './toggleColleagues.js';
import type { Visibility } from './visibility.js';
import { shownInWords } from './words.js';

/** Hiding what colleagues coded, and showing it again. */
export function registerColleagues(services: ColleagueServices): vscode.Disposable {
  const { studies, colleagues } = services;
  return vscode.Disposable.from(
    vscode.commands.registerCommand(Command.hideColleagues, () => orReport(() => hideColleaguesCodings(services))),
    vscode.commands.registerCommand(Command.showColleagues, () => orReport(() => showColleaguesCodings(services))),
    colleagues.onDidChange(() => studies.lookAgain()),
    registerColleaguesItem(colleagues, studies),
    registerOpenedHidden(studies),
  );
}

/** Showing and hiding codings, and choosing which are shown. */
export function registerVisibility(studies: Studies, visibility: Visibility, targets: Targets): vscode.Disposable {
  const disposables = new Disposables();
  const command = (id: string, run: (args: readonly unknown[]) => Promise<void>): void => {
    disposables.add(vscode.commands.registerCommand(id, (...args: unknown[]) => orReport(() => run(args))));
  };
  command(Command.toggleCodings, () => toggle(studies, visibility));
  command(Command.filterCodings, () => filter(studies, visibility));
  command(Command.showAllCodings, async () => {
    await visibility.showAll();
    announce(vscode.l10n.t('$(eye) All codings are shown'));
  });
  command(Command.showOnly, args => showOnly(targets, args, visibility));
  disposables.add(registerStatusItem(studies, visibility));
  return disposables;
}

async function toggle(studies: Studies, visibility: Visibility): Promise<void> {
  await visibility.hide(!visibility.isHidden);
  if (visibility.isHidden) return announce(vscode.l10n.t('$(eye-closed) Codings are hidden'));
  const opened = await studies.current();
  announce(
    visibility.isFiltered(opened)
      ? vscode.l10n.t('$(eye) Shown: {0}', shownInWords(opened, visibility.wish(opened)))
      : vscode.l10n.t('$(eye) All codings are shown'),
  );
}

async function filter(studies: Studies, visibility: Visibility): Promise<void> {
  const opened = await studies.current();
  if (opened === undefined) return announce(vscode.l10n.t('$(info) There are no codings yet.'));
  const wish = await askForWish(opened, visibility.wish(opened));
  if (wish === undefined) return;
  await visibility.show(opened, wish);
  announce(
    visibility.isFiltered(opened)
      ? vscode.l10n.t('$(filter) Shown: {0}', shownInWords(opened, wish))
      : vscode.l10n.t('$(eye) All codings are shown'),
  );
}

/** Shows the codings of some themes and codes and of nothing else; by whom stays as it was chosen. */
async function showOnly(targets: Targets, args: readonly unknown[], visibility: Visibility): Promise<void> {
  const target = await targets.of(args, {
    ask: vscode.l10n.t('Show only which theme or code in transcripts?'),
    none: vscode.l10n.t('There is no theme or code yet.'),
  });
  if (target === undefined) return;
  const { opened } = target;
  const wish = { ...visibility.wish(opened), entries: target.entries.map(({ id }) => id) };
  await visibility.show(opened, wish);
  announce(vscode.l10n.t('$(filter) Shown: {0}', shownInWords(opened, wish)));
}
