import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import { orReport } from '../common/report.js';
import type { CodedDocuments } from '../documents/codedDocuments.js';
import { Command } from '../ids.js';
import { tickFocused } from './codePicker.js';
import { type CodingServices, codeSelection } from './codeSelection.js';
import { asCoding } from './codingAtCursor.js';
import { goToCoding } from './navigate.js';
import { removeCoding } from './removeCoding.js';

/** Coding a passage, removing a coding, going from coding to coding. */
export function registerCoding(services: CodingServices, documents: CodedDocuments): vscode.Disposable {
  const disposables = new Disposables();
  const command = (id: string, run: (argument?: unknown) => Promise<void>): void => {
    disposables.add(vscode.commands.registerCommand(id, argument => orReport(() => run(argument))));
  };
  command(Command.codeSelection, () => codeSelection(services));
  command(Command.removeCoding, target => removeCoding(asCoding(target), { ...services, documents }));
  command(Command.nextCoding, () => goToCoding(documents, 1));
  command(Command.previousCoding, () => goToCoding(documents, -1));
  command(Command.tickCode, async () => tickFocused());
  return disposables;
}
