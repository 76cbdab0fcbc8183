import * as vscode from 'vscode';
import type { Decisions } from '../../core/analysis/questions/deciding.js';
import { heldFiles } from '../../core/merge/heldFiles.js';
import { mergeBlobs } from '../../core/merge/mergeStudy.js';
import { swapBlobs, swapChoices } from '../../core/merge/swapSides.js';
import type { MadeMerge, StudyGit, StudyWork } from '../../core/ports.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
import { carryOut } from './carryOut.js';
import { offerToFinish } from './finish.js';
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
    if (!(await settle(repository, made, names, services))) return true;
    await services.unsettled.look(opened);
    const isOn = await offerToFinish(repository, made, names);
    made = await services.unsettled.look(opened);
    if (!isOn) return true;
  }
  return true;
}

/** Puts the files together, asks what is in question, and tells git. @returns false where the person puts it off */
async function settle(
  { opened, git, work }: Repository,
  made: MadeMerge,
  { title, ours, theirs, isSwapped }: SideNames,
  { conflicts, history }: ConflictServices,
): Promise<boolean> {
  const { open, byHand } = await heldFiles(opened.study, made.files);
  // Seen from the person's side, whatever git calls ours.
  const blobs = isSwapped ? open.map(swapBlobs) : open;
  const decided = await conflicts.decide(opened, { title, ours, theirs, files: await mergeBlobs(git, blobs) });
  if (decided === undefined) return false;
  const decisions: Decisions = isSwapped
    ? new Map([...decided].map(([path, choices]) => [path, swapChoices(choices)]))
    : decided;
  const merged = await mergeBlobs(git, open, path => decisions.get(path));
  const results = merged.map(({ versions, bytes }) => ({ path: versions.path, bytes }));
  await carryOut(opened, history, results, decisions);
  await work.settle([...open, ...byHand].map(({ path }) => path));
  if (byHand.length > 0) announce(byHandWords(byHand.map(({ path }) => path)));
  return true;
}

function byHandWords([first = '', ...others]: readonly string[]): string {
  return others.length === 0
    ? vscode.l10n.t('$(info) {0} was settled by hand and stays as it is.', first)
    : vscode.l10n.t('$(info) {0} and {1} more were settled by hand and stay as they are.', first, others.length);
}
