import * as vscode from 'vscode';
import type { NotSettled } from '../../core/merge/afterwards/lookAt.js';
import { offerToFinish } from './finish.js';
import type { ConflictServices } from './services.js';
import { type Repository, settle } from './settle.js';
import { sideNames } from './sideNames.js';

/**
 * Decides what git began to put together and did not end, and offers to end it; a rebase may come to its next version, and so to the
 * next questions.
 * @returns false where nothing of the kind is under way
 */
export async function decideUnderWay(repository: Repository, services: ConflictServices): Promise<boolean> {
  const { opened, git } = repository;
  const { unsettled, coder } = services;
  let made = await unsettled.look(opened);
  if (made === undefined) return false;
  while (made !== undefined) {
    const names = await sideNames(made, git, coder.name);
    const settled = await settle(repository, names, services);
    await unsettled.look(opened);
    if (settled === undefined) return true;
    if (settled.left.length > 0) {
      void vscode.window.showWarningMessage(leftWords(settled.left));
      return true;
    }
    const isOn = await offerToFinish(repository, made, names);
    made = await unsettled.look(opened);
    if (!isOn) return true;
  }
  return true;
}

/** What is to be done about files that have another name on each side, or are there on one side alone. */
function leftWords(left: readonly NotSettled[]): string {
  return vscode.l10n.t(
    'What is in question about these files is their name, which cannot be decided here: {0}. Keep the one you want in Source Control, then press “Decide…” again.',
    left.map(({ path }) => path).join(', '),
  );
}
