import type { StudyGit } from '../../core/ports.js';
import { gitSnapshot } from '../../core/review/snapshots.js';
import { StudyState } from '../../core/review/studyState.js';
import type { OpenStudy } from '../study/openStudy.js';
import { named, todaysFiles } from './resolveWish.js';

/** Today’s files, with what is typed and not saved. */
export async function todaysState(opened: OpenStudy): Promise<StudyState> {
  return new StudyState(await todaysFiles(opened));
}

/** What is staged for the next version. */
export async function stagedState(git: StudyGit): Promise<StudyState> {
  return new StudyState(await gitSnapshot(git, 'index'));
}

/** A saved version. @throws Error that says that nothing goes by this id */
export async function savedState(git: StudyGit, id: string): Promise<StudyState> {
  const commit = await named(git, id);
  return new StudyState(await gitSnapshot(git, { commit, name: commit.id }));
}
