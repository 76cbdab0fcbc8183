import * as vscode from 'vscode';
import { fetchWork } from '../../core/versions/get.js';
import { requireReady, requireRemote } from '../../core/versions/ready.js';
import { planSending, type SendPlan, sendAgain, sendForReview } from '../../core/versions/send.js';
import { announce } from '../common/report.js';
import { takingTurns } from '../common/turns.js';
import { askReviewName } from './askReviewName.js';
import { Busy } from './busy.js';
import { reviewPage } from './gitExtension.js';
import { saveVersion } from './saveVersion.js';
import type { AtWork } from './services.js';

/**
 * Sends what was saved to where colleagues can look at it, after saving what is not.
 * @throws VersionFailure; then nothing was sent and one is where one was
 */
export async function sendWork(at: AtWork): Promise<void> {
  const { source, coder } = at;
  const standing = await source.work.standing();
  requireReady(standing);
  requireRemote(standing);
  if ((await saveVersion(at, 'send')) === 'left') return;
  const busy = new Busy(vscode.l10n.t('Sending for review'));
  const plan = await busy.while(async () => {
    await fetchWork(source, busy);
    return planSending(source, { pause: takingTurns(), cancellation: busy });
  });
  if (plan !== undefined && !busy.cancelled) await carryOut(at, plan, coder.name ?? standing.identity?.name, busy);
}

async function carryOut(at: AtWork, plan: SendPlan, person: string | undefined, busy: Busy): Promise<void> {
  const { source } = at;
  switch (plan.is) {
    case 'nothing':
      return announce(
        `$(check) ${
          plan.review === undefined
            ? vscode.l10n.t('Nothing new to send: the shared work has everything you saved.')
            : vscode.l10n.t('Nothing new to send: “{0}” has everything you saved.', plan.review)
        }`,
      );
    case 'begin': {
      if (!(await mayBegin(at))) return;
      await busy.while(() => sendAgain(source, busy));
      return announce(`$(check) ${vscode.l10n.t('Shared. Your colleagues can get it now.')}`);
    }
    case 'again':
      await busy.while(() => sendAgain(source, busy));
      return sayIsSent(at, plan.review, { isAgain: true });
    case 'new': {
      const name = await askReviewName(plan, person);
      if (name === undefined) return;
      await busy.while(() => sendForReview(source, name, plan, busy));
      return sayIsSent(at, name, { isAgain: false });
    }
  }
}

/** The first of a team: there is nothing yet that somebody could review it against. */
async function mayBegin({ opened }: AtWork): Promise<boolean> {
  const share = vscode.l10n.t('Share It');
  const detail = vscode.l10n.t(
    'Nobody has sent anything yet, so there is nothing to review it against. What you saved becomes the work that all share; from then on what is sent waits for review.',
  );
  const message = vscode.l10n.t('Share “{0}” with your colleagues?', opened.name);
  return (await vscode.window.showInformationMessage(message, { modal: true, detail }, share)) === share;
}

/** Says what happened and what a colleague does now. */
async function sayIsSent(at: AtWork, name: string, { isAgain }: { readonly isAgain: boolean }): Promise<void> {
  const page = await reviewPage(at, name);
  const sentence = vscode.l10n.t(
    'A colleague looks at it with “Verbatim: Get Colleagues’ Work”, then “Look at Reviews…”.',
  );
  const text = isAgain
    ? vscode.l10n.t('Sent to “{0}” as well. The shared work stays as it is until a colleague takes it in.', name)
    : vscode.l10n.t(
        'Sent as “{0}”, and you go on working on it. The shared work stays as it is until a colleague takes it in.',
        name,
      );
  announce(`$(check) ${isAgain ? vscode.l10n.t('Sent: more of {0}', name) : vscode.l10n.t('Sent: {0}', name)}`);
  const copy = vscode.l10n.t('Copy for a Message');
  const open = page === undefined ? undefined : vscode.l10n.t('Open on {0}', page.host);
  const buttons = open === undefined ? [copy] : [copy, open];
  vscode.window
    .showInformationMessage(`${text} ${sentence}`, ...buttons)
    .then(async chosen => {
      if (chosen === copy) {
        await vscode.env.clipboard.writeText(messageFor(at.opened.name, name, sentence, page?.url));
        announce(`$(check) ${vscode.l10n.t('Copied')}`);
      } else if (chosen !== undefined && page !== undefined)
        await vscode.env.openExternal(vscode.Uri.parse(page.url, true));
    })
    .then(undefined, () => undefined);
}

/** What is copied for a colleague. */
function messageFor(study: string, name: string, sentence: string, url: string | undefined): string {
  const text = vscode.l10n.t('I sent “{0}” of the study “{1}” for review. {2}', name, study, sentence);
  return url === undefined ? text : `${text} ${url}`;
}
