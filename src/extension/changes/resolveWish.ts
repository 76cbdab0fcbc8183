import * as vscode from 'vscode';
import type { Commit, StudyGit } from '../../core/ports.js';
import { resolveState, WORKING } from '../../core/review/names.js';
import { gitSnapshot, workingSnapshot } from '../../core/review/snapshots.js';
import type { Snapshot } from '../../core/review/state.js';
import type { OpenStudy } from '../study/openStudy.js';
import { NeverSaved } from './neverSaved.js';
import type { ComparisonWish } from './wish.js';

/** The two states of a comparison. */
export interface Resolved {
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** The branch that this one is to be merged into, where that was asked for. */
  readonly base?: string;
}

/**
 * Finds the states that a wish names, as they are now.
 * @throws NeverSaved, or an Error that says what is wrong with a name and what to do
 */
export async function resolveWish(wish: ComparisonWish, opened: OpenStudy, git: StudyGit): Promise<Resolved> {
  const { commit: head, base } = await git.head();
  if (head === undefined) throw new NeverSaved();
  switch (wish.is) {
    case 'saved':
      return { before: await versionOf(git, await named(git, head), 'HEAD'), after: await todaysFiles(opened) };
    case 'branch': {
      const branch = await named(git, wish.name);
      const left = await leftAt(git, head, branch.id, wish.name);
      return { before: await versionOf(git, left, left.id), after: await versionOf(git, branch, wish.name) };
    }
    case 'request': {
      if (base === undefined) throw noBase();
      const left = await leftAt(git, (await named(git, base)).id, head, base);
      return { before: await versionOf(git, left, base), after: await todaysFiles(opened), base };
    }
    case 'since':
      return { before: await stateOf(wish.name, opened, git), after: await todaysFiles(opened) };
    case 'two':
      return { before: await stateOf(wish.before, opened, git), after: await stateOf(wish.after, opened, git) };
  }
}

/** The study's files as they are now, with what is typed and not saved. */
export function todaysFiles(opened: OpenStudy): Promise<Snapshot> {
  const typed = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => opened.path(uri));
  return workingSnapshot(opened.seen.store, new Set(typed.filter(path => path !== undefined)));
}

/** @throws Error that says that nothing goes by this name */
export async function named(git: StudyGit, name: string): Promise<Commit> {
  const commit = await git.commit(name);
  if (commit === undefined) throw unknown(name);
  return commit;
}

async function stateOf(name: string, opened: OpenStudy, git: StudyGit): Promise<Snapshot> {
  if (name === WORKING) return todaysFiles(opened);
  const snapshot = await resolveState(opened.seen.store, git, name);
  if (snapshot === undefined) throw unknown(name);
  return snapshot;
}

/** The version at which a branch left another one. */
async function leftAt(git: StudyGit, from: string, to: string, name: string): Promise<Commit> {
  const id = await git.mergeBase(from, to);
  if (id !== undefined) return named(git, id);
  throw new Error(
    vscode.l10n.t('“{0}” and what you work on have no version in common, so what one brings cannot be told.', name),
  );
}

function versionOf(git: StudyGit, commit: Commit, name: string): Promise<Snapshot> {
  return gitSnapshot(git, { commit, name });
}

function unknown(name: string): Error {
  return new Error(
    vscode.l10n.t(
      'No saved version goes by the name “{0}”. It may have been renamed or removed, or not been fetched yet.',
      name,
    ),
  );
}

function noBase(): Error {
  return new Error(
    vscode.l10n.t('Nothing tells which branch this one is to be merged into. Choose one with Compare With….'),
  );
}
