import * as vscode from 'vscode';
import { messageText } from '../../core/versions/message.js';
import { requireReady } from '../../core/versions/ready.js';
import { type Unsaved, unsavedWork } from '../../core/versions/unsaved.js';
import { SAVED } from '../changes/wish.js';
import { announce } from '../common/report.js';
import { takingTurns } from '../common/turns.js';
import { askMessage, type MessageQuestion, type Said } from './askMessage.js';
import { Busy } from './busy.js';
import { saveEditors } from './editors.js';
import { ensureIdentity } from './identity.js';
import { look } from './look.js';
import type { AtWork } from './services.js';
import { fileCount, unsavedCount } from './words.js';

/** What came of it. `nothing`: there is nothing that is in no version; `left`: the person turned away, or went to look first. */
export type Saving = 'saved' | 'nothing' | 'without' | 'left';

/** What a version is saved for. */
export type SavePurpose = 'save' | 'send' | 'get';

/**
 * Saves a version of the study's files, once the person has said what changed.
 * @throws VersionFailure; then nothing was saved
 */
export async function saveVersion(at: AtWork, purpose: SavePurpose = 'save'): Promise<Saving> {
  const { source, opened, coder } = at;
  const standing = await source.work.standing();
  requireReady(standing);
  if (!(await saveEditors(opened))) return 'left';
  const busy = new Busy(vscode.l10n.t('Looking at what changed'));
  const options = { coder: coder.name, pause: takingTurns(), cancellation: busy };
  const unsaved = await busy.while(() => unsavedWork(source, opened.study.store, options));
  if (unsaved === undefined) return 'left';
  if (unsaved.paths.length === 0) {
    if (purpose === 'save') announce(`$(check) ${vscode.l10n.t('Nothing changed since the last version.')}`);
    return 'nothing';
  }
  const said = await askMessage(question(unsaved, purpose, standing.commit === undefined));
  if (said?.is === 'look') await look(at, SAVED);
  if (said?.is === 'without') return 'without';
  if (said?.is !== 'said' || !(await ensureIdentity(source.work, coder.name))) return 'left';
  await source.work.save(unsaved.paths, textOf(unsaved, said));
  announce(`$(check) ${vscode.l10n.t('Saved: {0}', said.text)}`);
  at.changes.comparing.again();
  return 'saved';
}

function textOf({ message }: Unsaved, { text }: Extract<Said, { is: 'said' }>): string {
  return messageText({ subject: text, body: message.body });
}

function question(unsaved: Unsaved, purpose: SavePurpose, isFirst: boolean): MessageQuestion {
  const what = vscode.l10n.t('{0} in {1}', unsavedCount(unsaved), fileCount(unsaved.paths.length));
  const count = unsaved.changes.length > 0 ? what : unsavedCount(unsaved);
  const proposed = unsaved.message.subject;
  switch (purpose) {
    case 'save':
      return {
        title: isFirst ? vscode.l10n.t('Save the First Version') : vscode.l10n.t('Save a Version'),
        prompt: isFirst
          ? vscode.l10n.t('{0} so far. Say in a line what it is; nothing leaves this computer.', count)
          : vscode.l10n.t(
              '{0} since the last version. Say in a line what changed; nothing leaves this computer.',
              count,
            ),
        proposed,
      };
    case 'send':
      return {
        title: vscode.l10n.t('Send for Review: First Save a Version'),
        prompt: vscode.l10n.t(
          '{0} in no version yet. Say in a line what changed; once it is saved, it goes on.',
          count,
        ),
        proposed,
        without: vscode.l10n.t('Send Only What Is Saved'),
      };
    case 'get':
      return {
        title: vscode.l10n.t('Get Colleagues’ Work: First Save a Version'),
        prompt: vscode.l10n.t(
          '{0} in no version yet. Say in a line what changed; once it is saved, it goes on.',
          count,
        ),
        proposed,
        without: vscode.l10n.t('Get It without Saving'),
      };
  }
}
