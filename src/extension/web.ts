import type * as vscode from 'vscode';
import { activateVerbatim, type VerbatimApi } from './activate.js';
import type { Host } from './host.js';
import { WorkspaceFileStore } from './study/workspaceFileStore.js';

// The worker has it; the libraries this code is compiled against do not name it.
declare const crypto: { getRandomValues(array: Uint32Array): Uint32Array };

/** Entry for browser editors: no process, no git; files through the editor. */
export function activate(context: vscode.ExtensionContext): Promise<VerbatimApi> {
  const host: Host = {
    files: async () => root => new WorkspaceFileStore(root),
    environment: { now: Date.now, random: () => (crypto.getRandomValues(new Uint32Array(1))[0] as number) / 2 ** 32 },
    git: undefined,
  };
  return activateVerbatim(context, host);
}
