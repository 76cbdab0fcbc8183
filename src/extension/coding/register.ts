import * as vscode from 'vscode';
import type { Targets } from '../codebook/target.js';
import { Disposables } from '../common/disposables.js';
import { loadedCommands } from '../common/loadedCommands.js';
import { whenAsked } from '../common/whenAsked.js';
import { Command } from '../ids.js';
import type { ChangeServices } from './recodeCoding.js';

/** Coding a passage, changing and removing codings, going from coding to coding. */
export function registerCoding(services: ChangeServices, targets: Targets): vscode.Disposable {
  const disposables = new Disposables();
  const command = loadedCommands(disposables, () => import('./loaded.js'));
  command(Command.codeSelection, work => work.codeSelection(services));
  command(Command.codeAgain, work => work.codeAgain(services));
  command(Command.codeWithFavorite, (work, [digit]) => work.codeWithFavorite(services, digit));
  command(Command.codeInVivo, work => work.codeInVivo(services));
  command(Command.setFavorite, (work, args) => work.setFavorite(targets, args, services.favorites));
  command(Command.recodeCoding, (work, args) => work.recodeCoding(work.asCodings(args), services));
  command(Command.addCode, (work, [target]) => work.addCodeTo(work.asCoding(target), services));
  command(Command.editMemo, async (work, [target]) =>
    work.editMemo(await work.codingNamed(services.studies, target), services),
  );
  command(Command.markEvidence, async (work, args) => {
    const named = args.length === 1 ? await work.codingNamed(services.studies, args[0]) : undefined;
    await work.markEvidence(named === undefined ? work.asCodings(args) : [named], services);
  });
  command(Command.extendCoding, work => work.extendCoding(services));
  command(Command.shrinkCoding, work => work.shrinkCoding(services));
  command(Command.moveToSelection, work => work.moveToSelection(services));
  command(Command.startHere, work => work.startHere(services));
  command(Command.endHere, work => work.endHere(services));
  command(Command.removeCoding, (work, args) => work.removeCoding(work.asCodings(args), services));
  command(Command.nextCoding, work => work.goToCoding(services.documents, 1));
  command(Command.previousCoding, work => work.goToCoding(services.documents, -1));
  command(Command.tickCode, async work => work.tickFocused());
  const actions = whenAsked(
    async () => new (await import('./codeActions.js')).CodingActions(services.studies, services.documents),
    'provideCodeActions',
  );
  disposables.add(
    vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, actions, {
      providedCodeActionKinds: [vscode.CodeActionKind.Refactor.append('verbatim')],
    }),
  );
  return disposables;
}
