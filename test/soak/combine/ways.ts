import type { Clone } from '../clones/clone.js';
import type { World } from '../clones/world.js';
import type { Chance } from '../support/chance.js';
import { mergeByGit, mergeByProduct, squash } from './merge.js';
import { cherryPick, rebase } from './picks.js';
import type { Step } from './step.js';

/** A way to bring versions together. */
export interface Way {
  readonly name: string;
  /** Where the other version comes from. */
  readonly from: 'hub' | 'colleague';
  combine(clone: Clone, theirs: string, chance: Chance, how: string): Promise<Step[]>;
}

const MERGE: Way = { name: 'merge', from: 'hub', combine: mergeByGit };
const CROSSED: Way = { name: 'crossed merge', from: 'colleague', combine: mergeByGit };
const PRODUCT: Way = { name: "get colleagues' work", from: 'hub', combine: mergeByProduct };
const PRODUCT_CROSSED: Way = { name: "get a colleague's work", from: 'colleague', combine: mergeByProduct };
const REBASE: Way = { name: 'rebase', from: 'hub', combine: rebase };
const SQUASH: Way = { name: 'squash', from: 'colleague', combine: squash };
const PICK: Way = { name: 'cherry-pick', from: 'colleague', combine: somePicks };

/** Chooses how a clone gets the others' work this time. A history with merges in it is merged: a rebase would take them apart. */
export function chooseWay({ chance }: World, clone: Clone, mergesOnly: boolean): Way {
  const merges: (readonly [number, Way])[] = [
    [30, MERGE],
    [10, CROSSED],
    [20, PRODUCT],
    [5, PRODUCT_CROSSED],
  ];
  if (mergesOnly) return chance.weighted(merges);
  const way = chance.weighted([...merges, [25, REBASE], [5, SQUASH], [8, PICK]] as const);
  if (way !== REBASE) return way;
  return clone.git('rev-list', '--merges', '--max-count=1', 'origin/main..HEAD') === '' ? way : MERGE;
}

/** Another version, and who has it. */
export interface Source {
  readonly name: string;
  readonly commit: string;
  /** Undefined: the remote that all share. */
  readonly clone: Clone | undefined;
}

/** Brings the other version's commits into the clone; undefined where there is nobody to get them from. */
export async function fetched({ chance, clones }: World, clone: Clone, { from }: Way): Promise<Source | undefined> {
  const colleague = from === 'hub' ? undefined : chance.pick(clones.filter(one => one !== clone));
  if (from === 'colleague' && colleague === undefined) return undefined;
  clone.git('fetch', '--quiet', ...(colleague === undefined ? ['origin'] : [colleague.root, 'main']));
  const commit = colleague === undefined ? clone.ref('refs/remotes/origin/main') : colleague.head();
  return { name: colleague?.name ?? 'the remote', commit, clone: colleague };
}

/** Some of the commits that are not here yet, in their order. */
async function somePicks(clone: Clone, theirs: string, chance: Chance, how: string): Promise<Step[]> {
  const list = clone.git(
    'rev-list',
    '--reverse',
    '--topo-order',
    '--no-merges',
    '--cherry-pick',
    '--right-only',
    `HEAD...${theirs}`,
  );
  const commits = list.split('\n').filter(Boolean);
  const from = chance.below(commits.length);
  const picks = commits.slice(from, from + 1 + chance.below(3));
  return picks.length === 0 ? [] : cherryPick(clone, picks, chance, how);
}

/** Gets what the remote has, at the end. */
export function exchange(clone: Clone, chance: Chance): Promise<Step[]> {
  return MERGE.combine(clone, clone.ref('refs/remotes/origin/main'), chance, 'last exchange');
}
