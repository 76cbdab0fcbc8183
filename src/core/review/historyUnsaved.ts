import { inPieces, type Pacing } from '../pieces.js';
import type { Commit, StudyGit } from '../ports.js';
import type { Study } from '../study/study.js';
import { compareStates } from './compare.js';
import type { StudyHistory } from './historyModel.js';
import { Tally } from './historyTally.js';
import { allToldOf } from './historyTold.js';
import { gitSnapshot, workingSnapshot } from './snapshots.js';
import type { Snapshot } from './state.js';
import { StudyState } from './studyState.js';
import { structureOf } from './themeStructure.js';

/**
 * A history with what is not saved yet as its last version; the same history where everything is saved.
 * @param head the last saved version; undefined where nothing was ever saved
 * @param typed paths of files with changes that are not even saved on disk
 * @throws Error with what to do where git fails
 */
export async function withUnsaved(
  history: StudyHistory,
  {
    study,
    git,
    head,
    typed,
  }: {
    readonly study: Study;
    readonly git: StudyGit;
    readonly head: Commit | undefined;
    readonly typed?: ReadonlySet<string>;
  },
  pacing: Pacing = {},
): Promise<StudyHistory> {
  const saved = head === undefined ? NOTHING : await gitSnapshot(git, { commit: head, name: head.id });
  const working = await workingSnapshot(study.store, typed);
  const { changes } = await compareStates(new StudyState(saved), new StudyState(working), pacing);
  if (changes.length === 0) return history;
  const told = await inPieces(allToldOf(changes, undefined), pacing);
  if (told === undefined) return history;
  const structure = structureOf(study.codebook);
  const tally = Tally.empty();
  for (const file of study.index.allFiles()) {
    const counts = new Map<string, number>();
    for (const { code } of file.codings) counts.set(code, (counts.get(code) ?? 0) + 1);
    tally.count(file, counts, 1);
    await pacing.pause?.();
  }
  const before = history.versions.findLastIndex(({ isMain }) => isMain);
  return {
    ...history,
    structures: [...history.structures, structure],
    versions: [
      ...history.versions,
      {
        ...(before === -1 ? {} : { before }),
        isMain: true,
        isMerge: false,
        told,
        figures: tally.figures(structure),
        structure: history.structures.length,
      },
    ],
  };
}

/** What there was before anything was saved. */
const NOTHING: Snapshot = {
  name: { is: 'index' },
  files: new Map(),
  read: () => Promise.resolve(undefined),
  version: () => Promise.resolve(undefined),
};

/** The history of a study of which nothing was ever saved. */
export const NO_HISTORY: StudyHistory = { versions: [], structures: [], complete: true, isCutOff: false };
