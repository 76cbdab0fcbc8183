import type * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import { loadedCommands } from '../common/loadedCommands.js';
import { Command } from '../ids.js';
import type { RoundServices } from './services.js';

/** Starting, closing and verifying blind rounds. That colleagues are hidden meanwhile is for `visibility/` to see to. */
export function registerRounds(services: RoundServices): vscode.Disposable {
  const disposables = new Disposables();
  const command = loadedCommands(disposables, () => import('./loaded.js'));
  command(Command.startRound, work => work.startRound(services));
  command(Command.closeRound, work => work.closeMyRound(services));
  command(Command.verifyRound, work => work.verifyOneRound(services));
  disposables.add(services.reports);
  return disposables;
}
