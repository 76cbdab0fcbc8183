import type { UnderWay } from '../../core/ports.js';
import { gitPieces } from '../gitOutput.js';
import { hasInGitDir, type Place } from './place.js';

/** What git leaves in its folder while something is under way; what may be part of another comes after that. */
const TRACES: readonly (readonly [string, UnderWay])[] = [
  ['rebase-merge', 'rebase'],
  ['rebase-apply', 'rebase'],
  ['MERGE_HEAD', 'merge'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
  ['BISECT_LOG', 'bisect'],
];

/** What somebody began in a working tree and did not end. */
export async function underWayIn(place: Place): Promise<UnderWay | undefined> {
  const trace = TRACES.find(([name]) => hasInGitDir(place, name));
  if (trace !== undefined) return trace[1];
  // The message of a squash stays behind where somebody takes it back by hand.
  if (hasInGitDir(place, 'SQUASH_MSG') && (await isStaged(place))) return 'squash';
  // Conflicts without a trace come from work that was set aside and is being put back.
  return (await unsettledIn(place)).length > 0 ? 'stash' : undefined;
}

/** Whether the index is another than the last version. */
async function isStaged(place: Place): Promise<boolean> {
  const args = ['diff-index', '--cached', '--name-only', '-z', '--ignore-submodules=all', 'HEAD'];
  const purpose = 'see what is staged';
  return (await gitPieces({ folder: place.top, args, purpose, answers: [128] }, '\0')).length > 0;
}

/** Whether patches are being applied, which git has other commands for than for a rebase. */
export function isApplying(place: Place): boolean {
  return hasInGitDir(place, 'rebase-apply/applying');
}

/** Paths from the root of the repository of files that git has in conflict. */
export async function unsettledIn(place: Place): Promise<string[]> {
  const args = ['ls-files', '--unmerged', '-z'];
  const entries = await gitPieces({ folder: place.top, args, purpose: 'list what is not settled' }, '\0');
  return [...new Set(entries.map(entry => entry.slice(entry.indexOf('\t') + 1)))];
}

/** Those paths from the root of the repository that are in the study, as paths from the study (NFC); and the others. */
export function inStudy(
  place: Place,
  paths: readonly string[],
): { readonly files: string[]; readonly others: string[] } {
  const files = paths.filter(file => file.startsWith(place.prefix));
  return {
    files: files.map(file => file.slice(place.prefix.length).normalize('NFC')),
    others: paths.filter(file => !file.startsWith(place.prefix)),
  };
}
