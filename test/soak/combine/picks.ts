import type { Clone } from '../clones/clone.js';
import type { Chance } from '../support/chance.js';
import { type Asked, nothingAsked, type Step } from './step.js';
import { isUnderWay, resolveAfter, unmerged } from './underWay.js';

/** Most stops of one rebase: far beyond what there can be, so that a loop ends. */
const MOST_STOPS = 200;

const lines = (text: string): string[] => text.split('\n').filter(Boolean);

/** `git rebase` onto another version. */
export async function rebase(clone: Clone, onto: string, chance: Chance, how: string): Promise<Step[]> {
  const before = clone.head();
  const picks = lines(
    clone.git(
      'rev-list',
      '--reverse',
      '--topo-order',
      '--no-merges',
      '--cherry-pick',
      '--right-only',
      `${onto}...${before}`,
    ),
  );
  const told = await pick(clone, 'rebase', ['rebase', onto], chance);
  return mended(clone, stepsOf(clone, onto, picks, told, how), chance);
}

/** `git cherry-pick` of one or several commits. */
export async function cherryPick(clone: Clone, picks: readonly string[], chance: Chance, how: string): Promise<Step[]> {
  const before = clone.head();
  const args = ['cherry-pick', ...(chance.percent(50) ? ['-x'] : []), ...picks];
  const told = await pick(clone, 'cherry-pick', args, chance);
  return mended(clone, stepsOf(clone, before, picks, told, how), chance);
}

/** Runs what puts commits on top of others, and settles every stop. Answers what was asked, by the commit that was being put on. */
async function pick(
  clone: Clone,
  what: 'rebase' | 'cherry-pick',
  args: readonly string[],
  chance: Chance,
): Promise<Map<string, Asked>> {
  const told = new Map<string, Asked>();
  let answer = clone.ask(...args);
  for (let stops = 0; isUnderWay(clone, what); stops++) {
    if (stops > MOST_STOPS)
      throw new Error(`${clone.name}: git ${args.join(' ')} does not end\n${answer.err}${answer.out}`);
    const picked = clone.git('rev-parse', what === 'rebase' ? 'REBASE_HEAD' : 'CHERRY_PICK_HEAD');
    if (unmerged(clone).length > 0) {
      told.set(picked, await resolveAfter(clone, chance));
      clone.git('add', '--all');
    }
    // Nothing of it is left: what it did is here already, or was decided against.
    const isEmpty = clone.git('status', '--porcelain', '--untracked-files=no') === '';
    answer = clone.ask(what, isEmpty ? '--skip' : '--continue');
  }
  if (answer.code !== 0) throw new Error(`${clone.name}: git ${args.join(' ')}: ${answer.err}${answer.out}`);
  await clone.look();
  return told;
}

/** What became of each commit that was put on top: found again by its message, which no other commit has. */
function stepsOf(
  clone: Clone,
  onto: string,
  picks: readonly string[],
  told: ReadonlyMap<string, Asked>,
  how: string,
): Step[] {
  const subject = (commit: string): string => clone.git('show', '--no-patch', '--format=%s', commit);
  const made = new Map(
    lines(clone.git('rev-list', '--reverse', `${onto}..HEAD`)).map(commit => [subject(commit), commit]),
  );
  let ours = onto;
  return picks.map(theirs => {
    const got = made.get(subject(theirs)) ?? ours;
    const step = {
      isAfterwards: true as const,
      how,
      bases: [`${theirs}^`],
      ours,
      theirs,
      got,
      ...(told.get(theirs) ?? nothingAsked()),
    };
    ours = got;
    return step;
  });
}

/** Looks after the fact at what git put together without stopping. */
async function mended(clone: Clone, steps: readonly Step[], chance: Chance): Promise<Step[]> {
  if (steps.length === 0) return [];
  const told = await resolveAfter(clone, chance);
  const isMended = clone.commit('settled after the fact');
  if (!isMended && told.asked.size === 0) return [...steps];
  const got = clone.head();
  return steps.map((step, i) => ({
    ...step,
    mended: { ...told, got, later: steps.slice(i + 1).map(({ theirs }) => theirs) },
  }));
}
