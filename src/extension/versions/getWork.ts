import * as vscode from 'vscode';
import { fetchWork, type Got, takeInShared } from '../../core/versions/get.js';
import { requireReady, requireRemote } from '../../core/versions/ready.js';
import { takingTurns } from '../common/turns.js';
import { Busy } from './busy.js';
import { deciding } from './deciding.js';
import { ensureIdentity } from './identity.js';
import { saveVersion } from './saveVersion.js';
import type { AtWork } from './services.js';
import { sayWhatCame } from './whatCame.js';

/**
 * Gets what colleagues shared, and says what came.
 * @throws VersionFailure; then everything is as it was
 */
export async function getWork(at: AtWork): Promise<void> {
  const { source } = at;
  const standing = await source.work.standing();
  requireReady(standing);
  requireRemote(standing);
  if ((await saveVersion(at, 'get')) === 'left') return;
  // Two works put together make a version, which says who saved it.
  if (!(await ensureIdentity(source.work, at.coder.name))) return;
  const busy = new Busy(vscode.l10n.t('Getting colleagues’ work'));
  const seen = await at.opened.seen.store.git?.();
  const got = await busy.while(async (): Promise<Got | undefined> => {
    await fetchWork(source, busy);
    if (busy.cancelled) return undefined;
    const title = vscode.l10n.t('Get Colleagues’ Work');
    return takeInShared(source, {
      decide: deciding(at, title, busy),
      pace: { pause: takingTurns(), cancellation: busy },
      seen,
    });
  });
  if (got === undefined) return;
  await at.opened.study.refresh();
  at.changes.comparing.again();
  await sayWhatCame(at, got, busy);
}
