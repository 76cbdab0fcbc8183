import * as vscode from 'vscode';
import { orReport } from '../common/report.js';
import { Command } from '../ids.js';
import type { AnchorServices } from './refreshAnchors.js';

/** Where codings are in today's transcripts, written down anew. */
export function registerAnchors(services: AnchorServices): vscode.Disposable {
  return vscode.commands.registerCommand(Command.refreshAnchors, () =>
    orReport(async () => (await import('./refreshAnchors.js')).refreshAnchors(services)),
  );
}
