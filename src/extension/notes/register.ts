import * as vscode from 'vscode';
import type { ChangeServices } from '../coding/recodeCoding.js';
import { Disposables } from '../common/disposables.js';
import { orReport } from '../common/report.js';
import { Command } from '../ids.js';
import { codeNote, editNote, removeNotes } from './changeNote.js';
import { NoteHover } from './noteHover.js';
import { registerNoteMarks } from './noteMarks.js';
import { notePassage } from './notePassage.js';

/** Notes on passages that have no code yet. */
export function registerNotes(services: ChangeServices): vscode.Disposable {
  const disposables = new Disposables();
  const command = (id: string, run: (args: readonly unknown[]) => Promise<void>): void => {
    disposables.add(vscode.commands.registerCommand(id, (...args: unknown[]) => orReport(() => run(args))));
  };
  command(Command.notePassage, () => notePassage(services));
  command(Command.editNote, args => editNote(args, services));
  command(Command.removeNote, args => removeNotes(args, services));
  command(Command.codeNote, args => codeNote(args, services));
  const hover = new NoteHover(services.documents, services.coder);
  disposables.add(
    vscode.languages.registerHoverProvider({ language: 'markdown' }, hover),
    registerNoteMarks(services.documents),
  );
  return disposables;
}
