import type { Decisions } from '../../core/analysis/questions/deciding.js';
import type { QuestionedFile } from '../../core/analysis/questions/questionReader.js';
import { type LookedAt, lookAt, type NotSettled } from '../../core/merge/afterwards/lookAt.js';
import type { MergeChoice, MergeConflict } from '../../core/merge/merge.js';
import { type MergedStudyFile, mergeBlobs } from '../../core/merge/mergeStudy.js';
import type { FileResult } from '../../core/merge/writeResults.js';
import type { MadeMerge, StudyGit, StudyWork } from '../../core/ports.js';
import { sameBytes } from '../../core/text/sameBytes.js';
import { decodeUtf8, encodeUtf8 } from '../../core/text/utf8.js';
import type { OpenStudy } from '../study/openStudy.js';
import { carryOut } from './carryOut.js';
import { endedMeanwhile } from './refusals.js';
import type { ConflictServices } from './services.js';
import type { SideNames } from './sideNames.js';

/** A study and its repository. */
export interface Repository {
  readonly opened: OpenStudy;
  readonly git: StudyGit;
  readonly work: StudyWork;
}

/** What came of settling. */
export interface Settled {
  /** How many files became others by it. */
  readonly files: number;
  /** Files that are conflicts still: what is in question is no text. */
  readonly left: readonly NotSettled[];
  /** Whether the last version was put on top of another one, and nothing tells what it is a copy of. */
  readonly isUnknown: boolean;
}

interface Looked {
  readonly isUnknown: boolean;
  readonly merges: readonly MadeMerge[];
  readonly files: readonly LookedAt[];
  /** Files that are no text: one side is taken as it is. */
  readonly whole: readonly MergedStudyFile[];
  readonly left: readonly NotSettled[];
}

/**
 * Puts together by its meaning what git put together or tried to, and what has conflict marks: asks what is in question, writes it as one
 * action, and tells git. What somebody settled by hand holds.
 * @returns undefined where the person puts it off; nothing is written then
 * @throws ChangeRefused where others went on meanwhile
 */
export async function settle(
  repository: Repository,
  { title, ours, theirs, isSwapped }: SideNames,
  { conflicts, history }: Pick<ConflictServices, 'conflicts' | 'history'>,
): Promise<Settled | undefined> {
  const { opened, work } = repository;
  const decisions = new Map<string, ReadonlyMap<string, MergeChoice>>();
  let looked = await look(repository, decisions);
  const begun = nameOf(looked.merges);
  for (let open = openIn(looked, isSwapped); open.length > 0; open = openIn(looked, isSwapped)) {
    const decided = await conflicts.decide(opened, { title, ours, theirs, files: open });
    if (decided === undefined) return undefined;
    add(decisions, decided, isSwapped);
    // Meanwhile others may have gone on, and what was decided may bring something else up.
    looked = await look(repository, decisions);
    if (nameOf(looked.merges) !== begun) throw endedMeanwhile();
    const isAnswered = looked.files.every(({ path, outcome: { conflicts } }) =>
      conflicts.every(({ key }) => decisions.get(path)?.has(key) ?? false),
    );
    if (isAnswered) break;
  }
  const { files, whole, left, merges, isUnknown } = looked;
  const results = [...files.map(resultOf), ...whole.map(({ versions, bytes }) => ({ path: versions.path, bytes }))];
  const changed = results.filter(result => !('expected' in result && sameBytes(result.expected, result.bytes)));
  if (changed.length > 0 || decisions.size > 0) await carryOut(opened, history, changed, decisions);
  if (merges.some(({ underWay }) => underWay !== undefined)) await work.settle(results.map(({ path }) => path));
  return { files: changed.length, left, isUnknown };
}

async function look({ opened, git, work }: Repository, decisions: Decisions): Promise<Looked> {
  const of = (path: string): ReadonlyMap<string, MergeChoice> => decisions.get(path) ?? new Map();
  const { merges, unknown } = await work.lastMerges();
  const { files, left } = await lookAt(opened.study.store, git, merges, () => true, of);
  const blobs = left.flatMap(({ path, why }) =>
    why === 'no-text' ? merges.flatMap(merge => merge.files.filter(file => file.path === path && file.isUnmerged)) : [],
  );
  return {
    ...{ isUnknown: unknown.length > 0, merges, files, whole: await mergeBlobs(git, blobs, of) },
    left: left.filter(({ why }) => why !== 'no-text'),
  };
}

/** What is in question, seen from the person's side, whatever git calls ours. */
function openIn({ files, whole }: Looked, isSwapped: boolean): QuestionedFile[] {
  const all = [
    ...files.map(({ path, now, outcome: { conflicts } }) => {
      return { versions: { path, bases: [], ours: now && decodeUtf8(now), theirs: undefined }, conflicts };
    }),
    ...whole.map(({ versions, merged: { conflicts } }) => ({ versions, conflicts })),
  ];
  return all
    .filter(({ conflicts }) => conflicts.length > 0)
    .map(({ versions, conflicts }) => ({ versions, conflicts: isSwapped ? conflicts.map(swapped) : conflicts }));
}

const swapped = (conflict: MergeConflict): MergeConflict => ({
  ...conflict,
  ours: conflict.theirs,
  theirs: conflict.ours,
});

/** Takes in what was decided, for the sides as git has them. */
function add(to: Map<string, ReadonlyMap<string, MergeChoice>>, decided: Decisions, isSwapped: boolean): void {
  const other = { ours: 'theirs', theirs: 'ours', both: 'both' } as const;
  for (const [path, choices] of decided) {
    const known = new Map(to.get(path));
    for (const [key, choice] of choices) known.set(key, isSwapped ? other[choice] : choice);
    to.set(path, known);
  }
}

function resultOf({ path, now, outcome: { text } }: LookedAt): FileResult {
  return { path, bytes: text === undefined ? undefined : encodeUtf8(text), expected: now };
}

const nameOf = (merges: readonly MadeMerge[]): string =>
  JSON.stringify(merges.map(({ underWay, made, ours, theirs }) => [underWay, made, ours, theirs]));
