import type { FileBlobs, GitMerge } from '../../core/ports.js';
import { foreignConflicts, noIdentity, overtaken } from '../../core/versions/failures.js';
import { checkedMessage } from './checkedMessage.js';
import { identityIn } from './identity.js';
import { moveTo } from './moveTo.js';
import { ownGit } from './ownGit.js';
import { type IndexCopy, type LockedIndex, withIndex } from './ownIndex.js';
import type { Place } from './place.js';
import { refuseUnderWay, requireBranch } from './ready.js';
import { studyTree } from './trees.js';

/** How many gits store files at the same time. */
const AT_ONCE = 4;

/** What the files of `bothChanged` become, by their paths; undefined: no such file. */
export type Resolved = ReadonlyMap<string, Uint8Array | undefined>;

/**
 * Makes the result of a merge the current version.
 * @returns full id of the current version
 * @throws `VersionFailure`, with files, index and branch as they were
 */
export async function conclude(place: Place, merge: GitMerge, resolved: Resolved, message: string): Promise<string> {
  if (merge.relation === 'here') return merge.ours;
  if (merge.foreign.length > 0) throw foreignConflicts(merge.foreign);
  const undecided = merge.relation === 'both' ? merge.bothChanged.find(({ path }) => !resolved.has(path)) : undefined;
  if (undecided !== undefined) throw new Error(`Nobody said what becomes of ${undecided.path}.`);
  if ((await identityIn(place)) === undefined) throw noIdentity();
  return withIndex(place, async index => {
    await refuseUnderWay(place);
    await requireBranch(place);
    if (index.head !== merge.ours) throw overtaken();
    const next = merge.relation === 'forward' ? merge.theirs : await combined(place, index, merge, resolved, message);
    await moveTo(place, index, merge.ours, next);
    return next;
  });
}

/** The version of which both are parents; so far it is nobody's. */
async function combined(
  place: Place,
  index: LockedIndex,
  merge: GitMerge,
  resolved: Resolved,
  message: string,
): Promise<string> {
  const tree = await combinedTree(place, await index.copy('combined'), merge, resolved);
  const purpose = 'make the combined version';
  const asked = ['config', '--type=bool', '--get', 'commit.gpgSign'];
  const isSigned = (await ownGit(place, { args: asked, purpose, answers: [1] })).trim() === 'true';
  const how = [...(isSigned ? ['-S'] : []), '-p', merge.ours, '-p', merge.theirs, '-F', '-'];
  const args = ['-c', 'i18n.commitEncoding=UTF-8', 'commit-tree', ...how, tree];
  const input = await checkedMessage(place, index.folder, `${message.trim()}\n`);
  return (await ownGit(place, { args, purpose, input })).trim();
}

async function combinedTree(
  place: Place,
  { variables }: IndexCopy,
  merge: GitMerge,
  resolved: Resolved,
): Promise<string> {
  const run = { purpose: 'make the combined version', variables };
  const trees = await Promise.all([merge.tree, merge.ours, merge.theirs].map(tree => studyTree(place, tree)));
  const none = '0'.repeat(merge.ours.length);
  const lines: string[] = [];
  const files = [...merge.bothChanged];
  for (let i = 0; i < files.length; i += AT_ONCE) {
    const made = files.slice(i, i + AT_ONCE).map(async ({ path }: FileBlobs) => {
      // As git writes the path, which may have its accents in another form.
      const known = trees.map(tree => tree.get(path)).find(file => file !== undefined);
      const name = known?.name ?? place.prefix + path;
      const bytes = resolved.get(path);
      if (bytes === undefined) return `0 ${none} 0\t${name}\0`;
      const args = ['hash-object', '-w', '--no-filters', '--stdin'];
      const id = (await ownGit(place, { ...run, args, input: bytes })).trim();
      return `${known?.mode ?? '100644'} ${id} 0\t${name}\0`;
    });
    lines.push(...(await Promise.all(made)));
  }
  await ownGit(place, { ...run, args: ['read-tree', '--reset', merge.tree] });
  if (lines.length > 0) {
    await ownGit(place, { ...run, args: ['update-index', '--replace', '-z', '--index-info'], input: lines.join('') });
  }
  return (await ownGit(place, { ...run, args: ['write-tree'] })).trim();
}
