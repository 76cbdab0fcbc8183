import * as vscode from 'vscode';
import type { VersionFailure } from '../../core/versions/failure.js';
import { Command } from '../ids.js';
import { showDetails } from './details.js';
import { askIdentity } from './identity.js';
import type { AtWork } from './services.js';
import { finish, giveUp, goBackToShared } from './wayOut.js';

/** A button under a failure. `true`: what failed is to be tried again. */
interface Remedy {
  readonly label: string;
  readonly run: () => Promise<boolean>;
}

/**
 * Says what failed and what to do, with buttons that do it.
 * @param again what failed
 */
export function sayFailure(failure: VersionFailure, at: AtWork | undefined, again: () => Promise<unknown>): void {
  if (failure.kind === 'cancelled') return;
  const remedies = [...remediesOf(failure, at), ...detailsOf(failure)];
  const named =
    failure.files.length === 0
      ? ''
      : ` (${failure.files.slice(0, 3).join(', ')}${failure.files.length > 3 ? ', …' : ''})`;
  const text = `${failure.message}${named} ${failure.remedy}`;
  vscode.window
    .showErrorMessage(vscode.l10n.t('Verbatim: {0}', text), ...remedies.map(({ label }) => label))
    .then(async chosen => {
      const remedy = remedies.find(({ label }) => label === chosen);
      if (remedy !== undefined && (await remedy.run())) await again();
    })
    .then(undefined, () => undefined);
}

function remediesOf({ kind }: VersionFailure, at: AtWork | undefined): Remedy[] {
  const tryAgain: Remedy = { label: vscode.l10n.t('Try Again'), run: async () => true };
  const command = (label: string, id: string): Remedy => ({
    label,
    run: async () => {
      await vscode.commands.executeCommand(id);
      return false;
    },
  });
  switch (kind) {
    case 'no-identity':
      return at === undefined
        ? []
        : [{ label: vscode.l10n.t('Enter Name…'), run: () => askIdentity(at.source.work, at.coder.name) }];
    case 'no-repository':
    case 'no-version-yet':
    case 'files-in-the-way':
      return [command(vscode.l10n.t('Save a Version…'), Command.saveVersion)];
    case 'rejected':
      return [command(vscode.l10n.t('Get Colleagues’ Work'), Command.getWork)];
    case 'detached':
      return at === undefined
        ? []
        : [{ label: vscode.l10n.t('Go Back to the Shared Work'), run: () => goBackToShared(at) }];
    case 'under-way':
      return at === undefined
        ? []
        : [
            { label: vscode.l10n.t('Finish It'), run: () => finish(at) },
            { label: vscode.l10n.t('Give It Up…'), run: () => giveUp(at) },
          ];
    case 'locked':
    case 'unreachable':
    case 'not-allowed':
    case 'disk':
    case 'signing-failed':
    case 'overtaken':
    case 'refused-by-check':
      return [tryAgain];
    default:
      return [];
  }
}

function detailsOf({ kind, message, details }: VersionFailure): Remedy[] {
  // Of what is under way they say no more than its name.
  if (details.trim() === '' || kind === 'under-way') return [];
  return [
    {
      label: vscode.l10n.t('Show Details'),
      run: async () => {
        showDetails(message, details);
        return false;
      },
    },
  ];
}
