import * as vscode from 'vscode';
import type { ChangeServices } from '../coding/recodeCoding.js';
import { Disposables } from '../common/disposables.js';
import { loadedCommands } from '../common/loadedCommands.js';
import { whenAsked } from '../common/whenAsked.js';
import { Command } from '../ids.js';
import { registerNoteMarks } from './noteMarks.js';

/** Notes on passages that have no code yet. */
export function registerNotes(services: ChangeServices): vscode.Disposable {
  const disposables = new Disposables();
  const command = loadedCommands(disposables, () => import('./loaded.js'));
  command(Command.notePassage, work => work.notePassage(services));
  command(Command.editNote, (work, args) => work.editNote(args, services));
  command(Command.removeNote, (work, args) => work.removeNotes(args, services));
  command(Command.codeNote, (work, args) => work.codeNote(args, services));
  const hover = whenAsked(
    async () => new (await import('./noteHover.js')).NoteHover(services.documents, services.coder),
    'provideHover',
  );
  disposables.add(
    vscode.languages.registerHoverProvider({ language: 'markdown' }, hover),
    registerNoteMarks(services.documents),
  );
  return disposables;
}
