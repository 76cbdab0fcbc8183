import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import { orReport } from '../common/report.js';
import { Command } from '../ids.js';
import type { ThemesArrangement } from '../themes/themesArrangement.js';
import { deleteSelected } from './delete.js';
import { chooseColor, define, rename, setPhase } from './describe.js';
import { merge, unmerge } from './merge.js';
import { demote, group, moveStep, moveTo, promote } from './move.js';
import { newCode, newSubtheme, newTheme } from './newEntry.js';
import type { CodebookCommand, CodebookServices } from './services.js';
import { toggleScope } from './toggleScope.js';

/** The commands that change the codebook: from the Themes view, from the palette and by keyboard. */
export function registerCodebook(services: CodebookServices, arrangement: ThemesArrangement): vscode.Disposable {
  const disposables = new Disposables();
  const inView = { ...services, editing: services.editing.inView() };
  const command = (id: string, run: CodebookCommand): void => {
    // With a row it is called from the view, with nothing from the palette.
    const from = (args: readonly unknown[]): CodebookServices => (args.length > 0 ? inView : services);
    disposables.add(vscode.commands.registerCommand(id, (...args: unknown[]) => orReport(() => run(from(args), args))));
  };
  command(Command.newCode, (_, args) => newCode(inView, args));
  command(Command.newTheme, (_, args) => newTheme(inView, args));
  command(Command.newSubtheme, (_, args) => newSubtheme(inView, args));
  command(Command.renameEntry, rename);
  command(Command.defineEntry, define);
  command(Command.chooseColor, chooseColor);
  command(Command.setPhase, setPhase);
  command(Command.toggleScope, toggleScope);
  command(Command.endScope, toggleScope);
  command(Command.moveTo, moveTo);
  command(Command.moveUp, moveStep('up', arrangement));
  command(Command.moveDown, moveStep('down', arrangement));
  command(Command.groupEntries, group);
  command(Command.promoteCode, promote);
  command(Command.demoteTheme, demote);
  command(Command.mergeCodes, merge);
  command(Command.unmergeCode, unmerge);
  command(Command.deleteEntries, deleteSelected);
  return disposables;
}
