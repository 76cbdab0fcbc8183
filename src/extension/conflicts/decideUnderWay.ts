import * as vscode from 'vscode';
import { heldFiles } from '../../core/merge/heldFiles.js';
import { mergeBlobs } from '../../core/merge/mergeStudy.js';
import { swapBlobs } from '../../core/merge/swapSides.js';
import type { MadeFile, MadeMerge, StudyGit, StudyWork } from '../../core/ports.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
import { carryOut } from './carryOut.js';
import { offerToFinish } from './finish.js';
import { changedMeanwhile, endedMeanwhile } from './refusals.js';
import type { ConflictServices } from './services.js';
import { type SideNames, sideNames } from './sideNames.js';

/** A study and its repository. */
export interface Repository {
  readonly opened: OpenStudy;
  readonly git: StudyGit;
  readonly work: StudyWork;
}

/**
 * Decides what git began to put together and did not end, and offers to end it; a rebase may come to its next version, and so to the
 * next questions.
 * @returns false where nothing of the kind is under way
 */
export async function decideUnderWay(repository: Repository, services: ConflictServices): Promise<boolean> {
  const { opened, git } = repository;
  let made = await services.unsettled.look(opened);
  if (made === undefined) return false;
  while (made !== undefined) {
    const names = await sideNames(made, git, services.coder.name);
    if (!(await settleUnderWay(repository, made, names, services))) return true;
    await services.unsettled.look(opened);
    const isOn = await offerToFinish(repository, made, names);
    made = await services.unsettled.look(opened);
    if (!isOn) return true;
  }
  return true;
}

/** Puts the files together, asks what is in question, and tells git. @returns false where the person puts it off */
export async function settleUnderWay(
  { opened, git, work }: Repository,
  made: MadeMerge,
  { title, ours, theirs, isSwapped }: SideNames,
  { conflicts, history }: Pick<ConflictServices, 'conflicts' | 'history'>,
): Promise<boolean> {
  const { open, byHand } = await heldFiles(opened.study, made.files);
  // Seen from the person's side, whatever git calls ours.
  const blobs = isSwapped ? open.map(swapBlobs) : open;
  const files = await mergeBlobs(git, blobs);
  const decisions = await conflicts.decide(opened, { title, ours, theirs, files });
  if (decisions === undefined) return false;
  await requireSame({ opened, git, work }, made, open);
  const merged = await mergeBlobs(git, blobs, path => decisions.get(path));
  const results = merged.map(({ versions, bytes }) => ({ path: versions.path, bytes }));
  if (results.length > 0) await carryOut(opened, history, results, decisions);
  await work.settle([...open, ...byHand].map(({ path }) => path));
  if (byHand.length > 0) announce(byHandWords(byHand.map(({ path }) => path)));
  return true;
}

/**
 * While somebody decides, others may go on: what was ended or changed meanwhile is not written over.
 * @throws ChangeRefused
 */
async function requireSame({ opened, work }: Repository, made: MadeMerge, open: readonly MadeFile[]): Promise<void> {
  const now = await work.lastMerge();
  const name = (one: MadeMerge | undefined): string => JSON.stringify([one?.underWay, one?.ours, one?.theirs]);
  const held = await heldFiles(opened.study, open);
  const changed = open.find(file => !held.open.includes(file));
  if (changed !== undefined) throw changedMeanwhile(changed.path);
  if (name(now) !== name(made)) throw endedMeanwhile();
}

function byHandWords([first = '', ...others]: readonly string[]): string {
  return others.length === 0
    ? vscode.l10n.t('$(info) {0} was settled by hand and stays as it is.', first)
    : vscode.l10n.t('$(info) {0} and {1} more were settled by hand and stay as they are.', first, others.length);
}
