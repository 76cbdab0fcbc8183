import type * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import { loadedCommands } from '../common/loadedCommands.js';
import { Command } from '../ids.js';
import type { ThemesArrangement } from '../themes/themesArrangement.js';
import type { CodebookCommand, CodebookServices } from './services.js';

/** The commands that change the codebook: from the Themes view, from the palette and by keyboard. */
export function registerCodebook(services: CodebookServices, arrangement: ThemesArrangement): vscode.Disposable {
  const disposables = new Disposables();
  const inView = { ...services, editing: services.editing.inView() };
  const register = loadedCommands(disposables, () => import('./loaded.js'));
  type Work = typeof import('./loaded.js');
  const command = (id: string, commandIn: (work: Work) => CodebookCommand): void =>
    // With a row it is called from the view, with nothing from the palette.
    register(id, (work, args) => commandIn(work)(args.length > 0 ? inView : services, args));
  register(Command.newCode, (work, args) => work.newCode(inView, args));
  register(Command.newTheme, (work, args) => work.newTheme(inView, args));
  register(Command.newSubtheme, (work, args) => work.newSubtheme(inView, args));
  command(Command.renameEntry, work => work.rename);
  command(Command.defineEntry, work => work.define);
  command(Command.chooseColor, work => work.chooseColor);
  command(Command.setPhase, work => work.setPhase);
  command(Command.toggleScope, work => work.toggleScope);
  command(Command.endScope, work => work.toggleScope);
  command(Command.moveTo, work => work.moveTo);
  command(Command.moveUp, work => work.moveStep('up', arrangement));
  command(Command.moveDown, work => work.moveStep('down', arrangement));
  command(Command.groupEntries, work => work.group);
  command(Command.promoteCode, work => work.promote);
  command(Command.demoteTheme, work => work.demote);
  command(Command.mergeCodes, work => work.merge);
  command(Command.unmergeCode, work => work.unmerge);
  command(Command.deleteEntries, work => work.deleteSelected);
  return disposables;
}
