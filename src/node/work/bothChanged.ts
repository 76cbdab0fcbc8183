import type { FileBlobs, GitMerge } from '../../core/ports.js';
import { withCommonBases } from './crossed.js';
import type { Together } from './mergeTree.js';
import type { Place } from './place.js';
import { fileOf, renamesBetween, studyTree, type TreeFile } from './trees.js';

type Tree = ReadonlyMap<string, TreeFile>;
/** Two versions and those that both come from, by the full ids of their commits. */
export type Sides = Pick<GitMerge, 'ours' | 'theirs' | 'bases'>;

/** What the core has to say what becomes of it, and what git cannot put together besides. */
export async function bothChanged(
  place: Place,
  sides: Sides,
  together: Together,
): Promise<Pick<GitMerge, 'bothChanged' | 'foreign'>> {
  const merged = await studyTree(place, together.tree);
  const conflicts = new Set([...together.conflicts].map(name => fileOf(place, name)));
  const { files, renamed } = await changedByBoth(place, sides, file => merged.has(file) || conflicts.has(file));
  const known = new Set<string | undefined>([...files.map(file => file.path), ...renamed]);
  const foreign = [...together.conflicts].filter(name => !known.has(fileOf(place, name))).sort();
  return { bothChanged: files, foreign };
}

/**
 * The files of the study that both sides changed, in the order of their paths. A file that was renamed goes by its new path.
 * @param isThere whether git has left something under a path when it put the sides together: then it followed no renaming of it
 * @returns `renamed`: the old paths
 */
export async function changedByBoth(
  place: Place,
  sides: Sides,
  isThere: (file: string) => boolean = () => false,
): Promise<{ readonly files: FileBlobs[]; readonly renamed: readonly string[] }> {
  const read = (id: string): Promise<Tree> => studyTree(place, id);
  const [ours, theirs, ...bases] = (await Promise.all([sides.ours, sides.theirs, ...sides.bases].map(read))) as [
    Tree,
    Tree,
    ...Tree[],
  ];
  const trees: Trees = { ours, theirs, bases };
  const followed = await followedRenames(place, sides, trees, isThere);
  const settled = new Set(followed.flatMap(({ from, file }) => [from, file.path]));
  const paths = new Set([ours, theirs, ...bases].flatMap(tree => [...tree.keys()]));
  const byPath = [...paths].filter(file => !settled.has(file)).map(file => blobs(trees, file, file, file, file));
  const one = await withCommonBases(place, sides.bases, byPath.filter(isChangedByBoth));
  const files = [...followed.map(({ file }) => file).filter(isChangedByBoth), ...one].sort(byName);
  return { files, renamed: followed.map(({ from }) => from) };
}

interface Trees {
  readonly ours: Tree;
  readonly theirs: Tree;
  readonly bases: readonly Tree[];
}

/** A file under the path that it has in each version. */
function blobs(trees: Trees, path: string, base: string, ours: string, theirs: string): FileBlobs {
  return {
    path,
    // Of versions that have nothing in common, every file is new.
    bases: trees.bases.length === 0 ? [undefined] : trees.bases.map(tree => tree.get(base)?.id),
    ours: trees.ours.get(ours)?.id,
    theirs: trees.theirs.get(theirs)?.id,
  };
}

/**
 * Whether both sides have changed a file since they parted. Where histories crossed and the versions that they come from differ, each
 * side may hold what the other one left behind: then every difference counts.
 */
function isChangedByBoth({ bases, ours, theirs }: FileBlobs): boolean {
  if (ours === theirs) return false;
  return new Set(bases).size > 1 || (ours !== bases[0] && theirs !== bases[0]);
}

/** Files that a side renamed and git followed: under their old path there is nothing any more, and nothing to decide. */
async function followedRenames(
  place: Place,
  sides: Sides,
  trees: Trees,
  isThere: (file: string) => boolean,
): Promise<{ readonly from: string; readonly file: FileBlobs }[]> {
  const [here, there] = (await Promise.all(
    [sides.ours, sides.theirs].map(async to => {
      const found = await Promise.all(sides.bases.map(from => renamesBetween(place, from, to)));
      return new Map(found.flatMap(renames => studyRenames(place, renames)));
    }),
  )) as [Map<string, string>, Map<string, string>];
  return [...new Set([...here.keys(), ...there.keys()])].flatMap(from => {
    const [ours, theirs] = [here.get(from) ?? from, there.get(from) ?? from];
    // Two new names for one file are a conflict that stays with git; so is a name that the other side gave to another file.
    const names = new Set([ours, theirs].filter(name => name !== from));
    const to = [...names][0] as string;
    const isTaken = (ours === from && trees.ours.has(to)) || (theirs === from && trees.theirs.has(to));
    if (names.size > 1 || isTaken || isThere(from)) return [];
    return [{ from, file: blobs(trees, to, from, ours, theirs) }];
  });
}

function studyRenames(place: Place, renames: ReadonlyMap<string, string>): [string, string][] {
  return [...renames].flatMap(([from, to]): [string, string][] => {
    const [before, after] = [fileOf(place, from), fileOf(place, to)];
    return before === undefined || after === undefined ? [] : [[before, after]];
  });
}

function byName(a: FileBlobs, b: FileBlobs): number {
  return a.path < b.path ? -1 : 1;
}
