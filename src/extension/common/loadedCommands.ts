import * as vscode from 'vscode';
import type { Disposables } from './disposables.js';
import { orReport } from './report.js';

/** Registers a command. @param run gets what was loaded, and what the command was called with */
export type RegisterLoaded<Work> = (
  id: string,
  run: (work: Work, args: readonly unknown[]) => Promise<unknown>,
) => void;

/**
 * For the commands of a feature: they are registered at once, and what they do is loaded with the first of them that is called.
 * @param disposables put them away
 */
export function loadedCommands<Work>(disposables: Disposables, load: () => Promise<Work>): RegisterLoaded<Work> {
  return (id, run) => {
    const command = (...args: unknown[]) => orReport(async () => run(await load(), args));
    disposables.add(vscode.commands.registerCommand(id, command));
  };
}
