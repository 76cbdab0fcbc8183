import * as vscode from 'vscode';
import { whereOne } from '../../core/versions/get.js';
import { openReviews, type Review } from '../../core/versions/reviews.js';
import { type Taken, takeReview } from '../../core/versions/takeReview.js';
import { plain } from '../changes/refItems.js';
import { SAVED } from '../changes/wish.js';
import { dateOf } from '../common/date.js';
import { announce } from '../common/report.js';
import { takingTurns } from '../common/turns.js';
import { Busy } from './busy.js';
import { deciding } from './deciding.js';
import { ensureIdentity } from './identity.js';
import { look } from './look.js';
import { saveVersion } from './saveVersion.js';
import type { AtWork } from './services.js';
import { whatCame } from './whatCame.js';

/** Lists what colleagues sent for review, to be looked at and taken into the shared work. @throws VersionFailure */
export async function showReviews(at: AtWork): Promise<void> {
  const { source } = at;
  const { place, head, me } = await whereOne(source);
  // What is said of hidden work is hidden as well.
  const git = (await at.opened.seen.store.git?.()) ?? source.git;
  const reviews = await openReviews(source.git, await git.refs(), place, me);
  if (reviews.length === 0) {
    announce(`$(info) ${vscode.l10n.t('No review waits, as far as you got colleagues’ work.')}`);
    return;
  }
  const review = await pickReview(reviews);
  // What was saved on the shared work itself goes wherever that goes.
  const isAlone = place.review !== undefined || place.sharedThere?.commit === head;
  const choice = review === undefined ? undefined : await pickChoice(review, isAlone);
  if (review === undefined || choice === undefined) return;
  if (choice === 'look') await look(at, { is: 'branch', name: review.ref });
  else await take(at, review);
}

async function pickReview(reviews: readonly Review[]): Promise<Review | undefined> {
  const items = reviews.map(review => ({
    label: `$(git-pull-request) ${plain(review.name)}`,
    description: `${plain(review.author)} · ${dateOf(review.date)}`,
    detail: plain(review.subject),
    review,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Reviews from Colleagues'),
    placeHolder: vscode.l10n.t('What was sent for review and is not in the shared work yet'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.review;
}

/** @param isAlone nothing of one's own would be sent with it */
async function pickChoice({ name }: Review, isAlone: boolean): Promise<'look' | 'take' | undefined> {
  const items = [
    {
      label: `$(git-compare) ${vscode.l10n.t('Look at It')}`,
      detail: vscode.l10n.t('Shows what it changes in the Coding Changes view. Nothing of yours changes.'),
      choice: 'look' as const,
    },
    {
      label: `$(check-all) ${vscode.l10n.t('Take It into the Shared Work')}`,
      detail: isAlone
        ? vscode.l10n.t('It becomes part of what all share, and is sent there: colleagues get it next time.')
        : vscode.l10n.t(
            'It becomes part of what all share, and is sent there, together with what you saved and did not send for review.',
          ),
      choice: 'take' as const,
    },
  ];
  const chosen = await vscode.window.showQuickPick(items, { title: plain(name) });
  return chosen?.choice;
}

async function take(at: AtWork, review: Review): Promise<void> {
  if ((await saveVersion(at, 'get')) === 'left') return;
  if (!(await ensureIdentity(at.source.work, at.coder.name))) return;
  const busy = new Busy(vscode.l10n.t('Taking “{0}” into the shared work', review.name));
  const decide = deciding(at, vscode.l10n.t('Take “{0}” into the Shared Work', review.name), busy);
  const seen = await at.opened.seen.store.git?.();
  const options = { decide, pace: { pause: takingTurns(), cancellation: busy }, seen };
  let taken: Taken;
  try {
    taken = await busy.while(() => takeReview(at.source, review, options, busy));
  } finally {
    await at.opened.study.refresh();
    at.changes.comparing.again();
  }
  if (taken.is === 'put-off') {
    announce(`$(info) ${vscode.l10n.t('Put off: “{0}” is not in the shared work.', review.name)}`);
    return;
  }
  // What was looked at is no longer something apart.
  const wish = at.changes.arrangement.wishOf(at.opened);
  if (wish.is === 'branch' && wish.name === review.ref) await at.changes.arrangement.compare(at.opened, SAVED);
  const said = vscode.l10n.t('“{0}” is in the shared work now.', review.name);
  announce(`$(check) ${said}`);
  const came = taken.before === taken.after ? '' : await whatCame(at, taken.before, taken.after, busy);
  const rest = taken.isPutOff ? vscode.l10n.t('What you decide about your own work was put off.') : '';
  const see = vscode.l10n.t('See What Changed');
  vscode.window
    .showInformationMessage([said, came, rest].filter(part => part !== '').join(' '), ...(came === '' ? [] : [see]))
    .then(chosen => (chosen === see ? look(at, { is: 'since', name: taken.before, got: true }) : undefined))
    .then(undefined, () => undefined);
}
