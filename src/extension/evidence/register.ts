import * as vscode from 'vscode';
import { asCodeReference } from '../codebook/codeReference.js';
import type { Targets } from '../codebook/target.js';
import { orReport } from '../common/report.js';
import { Command } from '../ids.js';
import type { Studies } from '../study/studies.js';
import type { EvidencePages } from './evidencePages.js';

/** Who said a theme or code, and who did not. */
export function registerEvidence(studies: Studies, pages: EvidencePages, targets: Targets): vscode.Disposable {
  const show = async (args: readonly unknown[]): Promise<void> => {
    const reference = asCodeReference(args[0]);
    const named = reference && (await studies.of(vscode.Uri.parse(reference.uri, true)));
    if (reference !== undefined && named !== undefined) {
      await pages.show(named, reference.code);
      return;
    }
    const ask = vscode.l10n.t('Who said which theme or code?');
    const none = vscode.l10n.t('There are no codes yet: code a passage first.');
    // The one row that a menu was opened on, also where others are selected with it.
    const target = await targets.of(args.slice(0, 1), { ask, none });
    if (target !== undefined) await pages.show(target.opened, target.entries[0].id);
  };
  return vscode.commands.registerCommand(Command.showEvidence, (...args: unknown[]) => orReport(() => show(args)));
}
