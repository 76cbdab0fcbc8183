import * as vscode from 'vscode';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { asCodeReference } from '../codebook/codeReference.js';
import type { Targets, TargetWish } from '../codebook/target.js';
import { asCoding, codingAtCursor } from '../coding/codingAtCursor.js';
import { Disposables } from '../common/disposables.js';
import { orReport } from '../common/report.js';
import { Command } from '../ids.js';
import type { ExcerptPages } from './excerptPages.js';
import type { ExcerptServices } from './services.js';

/** The excerpts of a code or theme on a page of their own, the splitting of a code, and examples. */
export function registerExcerpts(services: ExcerptServices, pages: ExcerptPages, targets: Targets): vscode.Disposable {
  const disposables = new Disposables();
  const command = (id: string, run: (args: readonly unknown[]) => Promise<void>): void => {
    disposables.add(vscode.commands.registerCommand(id, (...args: unknown[]) => orReport(() => run(args))));
  };
  const show = (sort: boolean) => async (args: readonly unknown[]) => {
    const reference = asCodeReference(args[0]);
    const opened = reference && (await services.studies.of(vscode.Uri.parse(reference.uri, true)));
    const entry = reference && opened?.study.entry(reference.code);
    // The one row that a menu was opened on, also where others are selected with it.
    const target =
      opened && entry
        ? { opened, entries: [entry] as const }
        : await targets.of(args.slice(0, 1), sort ? splitWish() : showWish());
    if (target !== undefined) await pages.show(target.opened, target.entries[0], { sort });
  };
  command(Command.showExcerpts, show(false));
  command(Command.splitCode, show(true));
  command(Command.makeExample, async ([argument]) => {
    const question = vscode.l10n.t('Which coding do you want to make an example?');
    const { makeExample } = await import('./makeExample.js');
    const found = asCoding(argument) ?? (await codingAtCursor(services.documents, services.coder, question));
    if (found !== undefined) await makeExample(found.opened, found.id, services.history);
  });
  return disposables;
}

const showWish = (): TargetWish => ({
  ask: vscode.l10n.t('Show the excerpts of which code or theme?'),
  none: vscode.l10n.t('There are no codes yet: code a passage first.'),
});

const splitWish = (): TargetWish => ({
  ask: vscode.l10n.t('Split which code?'),
  none: vscode.l10n.t('Only a code can be split.'),
  fits: (entry: CodebookEntry) => entry.kind === 'code',
});
