import * as vscode from 'vscode';
import { byPerson } from '../../core/versions/byPerson.js';
import type { Got } from '../../core/versions/get.js';
import { changesSince } from '../../core/versions/source.js';
import { announce } from '../common/report.js';
import { takingTurns } from '../common/turns.js';
import { Command } from '../ids.js';
import type { Busy } from './busy.js';
import { look } from './look.js';
import type { AtWork } from './services.js';

/** So many people are named. */
const MOST = 4;

/** Says what came from colleagues, by person, and what waits for review. */
export async function sayWhatCame(at: AtWork, got: Got, busy: Busy): Promise<void> {
  const { before, after, arrived, isPutOff, reviews } = got;
  const came = before === after ? '' : await whatCame(at, before, after, busy);
  const parts = [
    arrived === undefined
      ? ''
      : vscode.l10n.t('What you sent as “{0}” is in the shared work now, and you go on with that.', arrived),
    isPutOff
      ? vscode.l10n.t('Questions were put off, so what they are about did not come in. Get it again to decide them.')
      : '',
    came,
    reviewsWaiting(got),
  ].filter(part => part !== '');
  if (parts.length === 0) {
    announce(`$(check) ${vscode.l10n.t('Nothing new from your colleagues.')}`);
    return;
  }
  announce(`$(check) ${parts[0]}`);
  const see = vscode.l10n.t('See What Changed');
  const list = vscode.l10n.t('Look at Reviews…');
  const buttons = [...(came === '' ? [] : [see]), ...(reviews.length === 0 ? [] : [list])];
  vscode.window
    .showInformationMessage(parts.join(' '), ...buttons)
    .then(async chosen => {
      if (chosen === see) await look(at, { is: 'since', name: before, got: true });
      if (chosen === list) await vscode.commands.executeCommand(Command.showReviews);
    })
    .then(undefined, () => undefined);
}

/** “MB: 31 excerpts in pp-05, 2 new codes.” */
export async function whatCame({ source, opened }: AtWork, before: string, after: string, busy: Busy): Promise<string> {
  // What is hidden from the person is not told either.
  const git = (await opened.seen.store.git?.()) ?? source.git;
  const work = (): Promise<Awaited<ReturnType<typeof changesSince>>> =>
    changesSince(git, before, after, { pause: takingTurns(), cancellation: busy });
  const changes = (await busy.while(work)) ?? [];
  const told = byPerson(changes).map(({ by, text }) => (by === undefined ? text : `${by}: ${text}`));
  if (told.length === 0) return vscode.l10n.t('Files came in; nothing in the analysis differs.');
  const more = told.length > MOST ? [vscode.l10n.t('and more')] : [];
  return `${[...told.slice(0, MOST), ...more].join('; ')}.`;
}

function reviewsWaiting({ reviews }: Got): string {
  const [first] = reviews;
  if (first === undefined) return '';
  return reviews.length === 1
    ? vscode.l10n.t('{0} sent “{1}” for review.', first.author, first.name)
    : vscode.l10n.t(
        '{0} reviews wait: {1}.',
        reviews.length,
        reviews
          .slice(0, MOST)
          .map(({ name }) => name)
          .join(', '),
      );
}
