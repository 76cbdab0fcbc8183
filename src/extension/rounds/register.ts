import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import { orReport } from '../common/report.js';
import { Command } from '../ids.js';
import { closeMyRound } from './closeMine.js';
import type { RoundServices } from './services.js';
import { startRound } from './start.js';
import { verifyOneRound } from './verifyOne.js';

/** Starting, closing and verifying blind rounds. That colleagues are hidden meanwhile is for `visibility/` to see to. */
export function registerRounds(services: RoundServices): vscode.Disposable {
  const disposables = new Disposables();
  const command = (id: string, run: (services: RoundServices) => Promise<void>): void => {
    disposables.add(vscode.commands.registerCommand(id, () => orReport(() => run(services))));
  };
  command(Command.startRound, startRound);
  command(Command.closeRound, closeMyRound);
  command(Command.verifyRound, verifyOneRound);
  disposables.add(services.reports);
  return disposables;
}
