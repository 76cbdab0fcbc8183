import type { Commit } from '../../../core/ports.js';
import { gitPieces } from '../../gitOutput.js';
import type { Sides } from './bothChanged.js';

/** Two commits (full ids) and all that they last had in common. */
export async function mergeOf(folder: string, ours: string, theirs: string): Promise<Sides> {
  const args = ['merge-base', '--all', ours, theirs];
  const bases = await gitPieces({ folder, args, purpose: 'find where two versions part', answers: [1] }, '\n');
  return { ours, theirs, bases: bases.filter(base => base !== '') };
}

/**
 * A commit that is put on top of another one: what it changed against one of its parents comes in.
 * @param parent undefined for a commit that has none
 */
export function pickOf(ours: string, picked: Commit, parent: string | undefined): Sides {
  return { ours, theirs: picked.id, bases: parent === undefined ? [] : [parent] };
}

/** A commit that is taken back: what was before it comes in. Undefined where nothing was before it. */
export function revertOf(ours: string, reverted: Commit | undefined): Sides | undefined {
  const [before] = reverted?.parents ?? [];
  return reverted === undefined || before === undefined ? undefined : { ours, theirs: before, bases: [reverted.id] };
}

/** The newest of the commits that the message of a squash lists; undefined where it is no such message. */
export function squashedTip(message: string): string | undefined {
  return /^Squashed commit of the following:$/m.test(message)
    ? /^commit ([0-9a-f]{40}|[0-9a-f]{64})$/m.exec(message)?.[1]
    : undefined;
}
