import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import { loadedCommands } from '../common/loadedCommands.js';
import { ShownReports } from '../common/shownReports.js';
import type { History } from '../history/history.js';
import { Command } from '../ids.js';
import type { Studies } from '../study/studies.js';
import type { ExportTarget } from './exportCodebook.js';
import type { ImportSource } from './importCodebook.js';

/** The codebook out into the formats of other programs, and in from them. */
export function registerExchange(studies: Studies, history: History): vscode.Disposable {
  const disposables = new Disposables();
  const reports = disposables.add(new ShownReports('verbatim-report'));
  const command = loadedCommands(disposables, () => import('./loaded.js'));
  command(Command.exportCodebook, ({ exportCodebook }, [target]) =>
    exportCodebook(studies, reports, asOptions<ExportTarget>(target)),
  );
  command(Command.importCodebook, ({ importCodebook }, [source]) =>
    importCodebook({ studies, history, reports }, asOptions<ImportSource>(source)),
  );
  return disposables;
}

/** A menu hands its node in, another extension or a test what is to be done; only the latter names a file. */
function asOptions<T extends object>(argument: unknown): Partial<T> {
  return typeof argument === 'object' && argument !== null && 'uri' in argument && argument.uri instanceof vscode.Uri
    ? (argument as Partial<T>)
    : {};
}
