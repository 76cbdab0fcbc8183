import type { UnderWay } from '../../core/ports.js';
import { noIdentity, refusedByCheck, underWay } from '../../core/versions/failures.js';
import { failureOf, said } from './gitFailure.js';
import { hasHook } from './hooks.js';
import { identityIn } from './identity.js';
import { ownGit } from './ownGit.js';
import { headOf } from './ownIndex.js';
import { hasInGitDir, type Place } from './place.js';
import { runGit } from './runGit.js';
import { inStudy, isApplying, underWayIn, unsettledIn } from './underWay.js';

const CHECKS = [
  'pre-commit',
  'pre-merge-commit',
  'prepare-commit-msg',
  'commit-msg',
  'applypatch-msg',
  'pre-applypatch',
];

/** What each is gone on with. Messages are taken as git prepared them. */
function goingOn(place: Place, what: UnderWay): readonly string[] {
  const go = {
    merge: ['merge', '--continue'],
    squash: ['commit', '--quiet', '--no-edit', '--cleanup=strip'],
    rebase: [isApplying(place) ? 'am' : 'rebase', '--continue'],
    'cherry-pick': ['cherry-pick', '--continue'],
    revert: ['revert', '--continue'],
    bisect: ['bisect', 'reset'],
    stash: ['update-index', '-q', '--refresh'],
  } as const;
  return go[what];
}

/** What each is given up with. */
function givingUp(place: Place, what: UnderWay): readonly string[] {
  const give = {
    merge: ['merge', '--abort'],
    squash: ['reset', '--quiet', '--merge', 'HEAD'],
    rebase: [isApplying(place) ? 'am' : 'rebase', '--abort'],
    'cherry-pick': ['cherry-pick', '--abort'],
    revert: ['revert', '--abort'],
    bisect: ['bisect', 'reset'],
    stash: ['reset', '--quiet', '--merge', 'HEAD'],
  } as const;
  return give[what];
}

/** Ends what is under way, where nothing in it is unsettled; a rebase may come to its next version and be under way still. */
export async function finishUnderWay(place: Place): Promise<void> {
  const what = await underWayIn(place);
  if (what === undefined) return;
  const unsettled = await unsettledIn(place);
  if (unsettled.length > 0) throw underWay(what, inStudy(place, unsettled).files);
  if (what !== 'bisect' && (await identityIn(place)) === undefined) throw noIdentity();
  const before = await progress(place);
  const args = (await isEmptyNow(place, what)) ? [what, '--skip'] : goingOn(place, what);
  const purpose = 'finish what was begun';
  const answer = await runGit({ folder: place.top, args, purpose });
  // It came to an end, or to the next version that needs a person.
  if (answer.code === 0 || (await progress(place)) !== before) return;
  const isCheck = answer.code === 1 && (await hasHook(place, CHECKS));
  throw isCheck ? refusedByCheck('here', said(answer)) : await failureOf(place, purpose, answer);
}

/** Gives up what is under way: everything is as it was before it began. */
export async function abandonUnderWay(place: Place): Promise<void> {
  const what = await underWayIn(place);
  if (what === undefined) return;
  await ownGit(place, { args: givingUp(place, what), purpose: 'give up what was begun' });
}

/** Git does not go on by itself where nothing is left of a version that is being taken over. */
async function isEmptyNow(place: Place, what: UnderWay): Promise<boolean> {
  if (what !== 'cherry-pick' && what !== 'revert') return false;
  const args = ['diff-index', '--cached', '--quiet', 'HEAD'];
  const answer = await runGit({ folder: place.top, args, purpose: 'see what is left of it' });
  return answer.code === 0;
}

/** Changes with every version that is made or passed, and when new conflicts come up. */
async function progress(place: Place): Promise<string> {
  const traces = ['REBASE_HEAD', 'MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD', 'SQUASH_MSG', 'BISECT_LOG'];
  const there = traces.filter(name => hasInGitDir(place, name));
  return JSON.stringify([await headOf(place), there, await unsettledIn(place)]);
}
