import type { FileBlobs, GitMerge } from '../../core/ports.js';
import type { Together } from './mergeTree.js';
import type { Place } from './place.js';
import { fileOf, renamesBetween, studyTree, type TreeFile } from './trees.js';

type Tree = ReadonlyMap<string, TreeFile>;
type Commits = Pick<GitMerge, 'ours' | 'theirs' | 'bases'>;

/** What the core has to say what becomes of it, and what git cannot put together besides. */
export async function bothChanged(
  place: Place,
  commits: Commits,
  together: Together,
): Promise<Pick<GitMerge, 'bothChanged' | 'foreign'>> {
  const read = (id: string): Promise<Tree> => studyTree(place, id);
  const [ours, theirs, merged] = (await Promise.all([commits.ours, commits.theirs, together.tree].map(read))) as [
    Tree,
    Tree,
    Tree,
  ];
  const bases = await Promise.all(commits.bases.map(read));
  const conflicts = new Set(
    [...together.conflicts].map(name => fileOf(place, name)).filter(file => file !== undefined),
  );
  const sides: Sides = { ours, theirs, bases };
  const followed = await followedRenames(place, commits, sides, file => merged.has(file) || conflicts.has(file));
  const settled = new Set(followed.flatMap(({ from, file }) => [from, file.path]));
  const paths = new Set([ours, theirs, ...bases].flatMap(tree => [...tree.keys()]));
  const byPath = [...paths].filter(file => !settled.has(file)).map(file => blobs(sides, file, file, file, file));
  const files = [...followed.map(({ file }) => file), ...byPath].filter(isChangedByBoth).sort(byName);
  const known = new Set([...files.map(file => file.path), ...followed.map(({ from }) => from)]);
  const foreign = [...together.conflicts].filter(name => !known.has(fileOf(place, name) ?? '')).sort();
  return { bothChanged: files, foreign };
}

interface Sides {
  readonly ours: Tree;
  readonly theirs: Tree;
  readonly bases: readonly Tree[];
}

/** A file under the path that it has in each version. */
function blobs(sides: Sides, path: string, base: string, ours: string, theirs: string): FileBlobs {
  return {
    path,
    // Of versions that have nothing in common, every file is new.
    bases: sides.bases.length === 0 ? [undefined] : sides.bases.map(tree => tree.get(base)?.id),
    ours: sides.ours.get(ours)?.id,
    theirs: sides.theirs.get(theirs)?.id,
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
  commits: Commits,
  sides: Sides,
  isThere: (file: string) => boolean,
): Promise<{ readonly from: string; readonly file: FileBlobs }[]> {
  const [here, there] = (await Promise.all(
    [commits.ours, commits.theirs].map(async to => {
      const found = await Promise.all(commits.bases.map(from => renamesBetween(place, from, to)));
      return new Map(found.flatMap(renames => studyRenames(place, renames)));
    }),
  )) as [Map<string, string>, Map<string, string>];
  return [...new Set([...here.keys(), ...there.keys()])].flatMap(from => {
    const [ours, theirs] = [here.get(from) ?? from, there.get(from) ?? from];
    // Two new names for one file are a conflict that stays with git; so is a name that the other side gave to another file.
    const names = new Set([ours, theirs].filter(name => name !== from));
    const to = [...names][0] as string;
    const isTaken = (ours === from && sides.ours.has(to)) || (theirs === from && sides.theirs.has(to));
    if (names.size > 1 || isTaken || isThere(from)) return [];
    return [{ from, file: blobs(sides, to, from, ours, theirs) }];
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
