import type { StudyGit } from '../ports.js';
import { type AttributeOptions, attributeChanges } from './attribute.js';
import type { Change } from './change.js';
import { type Comparison, compareStates } from './compare.js';
import { gitSnapshot } from './snapshots.js';
import { StudyState } from './studyState.js';

/**
 * The changes of a comparison with who made those that stand in no coder's folder, as far as git knows: of the files as they are
 * now, and of what is staged, what the last commit does not have was made by nobody.
 * @throws where git fails
 */
export async function attributeComparison(
  { before, after, changes }: Comparison,
  git: StudyGit,
  options: Omit<AttributeOptions, 'uncommitted'> = {},
): Promise<readonly Change[]> {
  if (changes.every(({ by }) => by !== undefined)) return changes;
  const last = after.name.is === 'commit' ? after.name.commit.id : (await git.head()).commit;
  const first = before.name.is === 'commit' ? before.name.commit.id : undefined;
  if (last === undefined || (first === undefined && before.name.is !== 'commit')) return changes;
  const uncommitted = after.name.is === 'commit' ? [] : await since(last, after, git, options);
  return attributeChanges(changes, git, first, last, { ...options, uncommitted });
}

async function since(last: string, after: StudyState, git: StudyGit, options: AttributeOptions) {
  const commit = await git.commit(last);
  if (commit === undefined) return [];
  const state = new StudyState(await gitSnapshot(git, { commit, name: last }));
  const { pause, cancellation } = options;
  const found = await compareStates(state, after, { pause, cancellation });
  return found.changes;
}
