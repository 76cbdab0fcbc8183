import * as vscode from 'vscode';
import type { Targets } from '../codebook/target.js';
import { Disposables } from '../common/disposables.js';
import { orReport } from '../common/report.js';
import { Command } from '../ids.js';
import { CodingActions } from './codeActions.js';
import { tickFocused } from './codePicker.js';
import { codeAgain, codeInVivo, codeSelection, codeWithFavorite } from './codeSelection.js';
import { asCoding, asCodings, codingNamed } from './codingAtCursor.js';
import { editMemo } from './editMemo.js';
import { setFavorite } from './favorites.js';
import { markEvidence } from './markEvidence.js';
import { endHere, extendCoding, moveToSelection, shrinkCoding, startHere } from './moveCoding.js';
import { goToCoding } from './navigate.js';
import { addCodeTo, type ChangeServices, recodeCoding } from './recodeCoding.js';
import { removeCoding } from './removeCoding.js';

/** Coding a passage, changing and removing codings, going from coding to coding. */
export function registerCoding(services: ChangeServices, targets: Targets): vscode.Disposable {
  const disposables = new Disposables();
  const command = (id: string, run: (args: readonly unknown[]) => Promise<void>): void => {
    disposables.add(vscode.commands.registerCommand(id, (...args: unknown[]) => orReport(() => run(args))));
  };
  command(Command.codeSelection, () => codeSelection(services));
  command(Command.codeAgain, () => codeAgain(services));
  command(Command.codeWithFavorite, ([digit]) => codeWithFavorite(services, digit));
  command(Command.codeInVivo, () => codeInVivo(services));
  command(Command.setFavorite, args => setFavorite(targets, args, services.favorites));
  command(Command.recodeCoding, args => recodeCoding(asCodings(args), services));
  command(Command.addCode, ([target]) => addCodeTo(asCoding(target), services));
  command(Command.editMemo, ([target]) =>
    codingNamed(services.studies, target).then(coding => editMemo(coding, services)),
  );
  command(Command.markEvidence, async args => {
    const named = args.length === 1 ? await codingNamed(services.studies, args[0]) : undefined;
    await markEvidence(named === undefined ? asCodings(args) : [named], services);
  });
  command(Command.extendCoding, () => extendCoding(services));
  command(Command.shrinkCoding, () => shrinkCoding(services));
  command(Command.moveToSelection, () => moveToSelection(services));
  command(Command.startHere, () => startHere(services));
  command(Command.endHere, () => endHere(services));
  command(Command.removeCoding, args => removeCoding(asCodings(args), services));
  command(Command.nextCoding, () => goToCoding(services.documents, 1));
  command(Command.previousCoding, () => goToCoding(services.documents, -1));
  command(Command.tickCode, async () => tickFocused());
  const actions = new CodingActions(services.studies, services.documents);
  disposables.add(
    vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, actions, CodingActions.metadata),
  );
  return disposables;
}
