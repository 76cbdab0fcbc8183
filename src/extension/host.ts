import type * as vscode from 'vscode';
import type { Environment, FileStore } from '../core/ports.js';

/** What the extension needs from the machine it runs on. No feature knows whether it got the desktop's or the web's. */
export interface Host {
  /** Loads what reads and writes files; from it, the files below a folder. */
  files(): Promise<(root: vscode.Uri) => FileStore>;
  readonly environment: Environment;
  /** git, where there is one and the workspace is trusted. */
  readonly git: Git | undefined;
  /** Begins keeping versions of a folder that is in no repository. @throws VersionFailure */
  startRepository?(folder: vscode.Uri): Promise<void>;
}

/** The little that coding asks of git itself. Read-only; answers undefined when git cannot or must not be asked. */
export interface Git {
  /** The name git signs with in a folder. */
  userName(folder: vscode.Uri): Promise<string | undefined>;
}
