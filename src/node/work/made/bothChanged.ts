import type { FileBlobs } from '../../../core/ports.js';
import { filesOfCommit, requireFullId, studyPath } from '../../gitFiles.js';
import { gitPieces } from '../../gitOutput.js';

/** Two versions and those that both come from, by the full ids of their commits. */
export interface Sides {
  readonly ours: string;
  readonly theirs: string;
  /** None: they have nothing in common. */
  readonly bases: readonly string[];
}

type Files = ReadonlyMap<string, string>;

/**
 * The files of a study that both sides changed, in the order of their paths. A file that one side gave another path goes by that, as in git's
 * own merge; where nothing is in common, every file is one that was not there before.
 * @param folder absolute path of the study
 */
export async function bothChanged(folder: string, sides: Sides): Promise<FileBlobs[]> {
  const [ours, theirs, ...bases] = await Promise.all(
    [sides.ours, sides.theirs, ...sides.bases].map(commit => filesOfCommit(folder, commit)),
  );
  if (ours === undefined || theirs === undefined) return [];
  const renamed = await renames(folder, sides, [ours, theirs], bases);
  const paths = new Set([...ours.keys(), ...theirs.keys(), ...bases.flatMap(files => [...files.keys()])]);
  return [...paths]
    .filter(path => !renamed.from.has(path))
    .sort()
    .map(path => {
      const old = renamed.to.get(path);
      const at = (files: Files): string | undefined =>
        files.get(path) ?? (old === undefined ? undefined : files.get(old));
      const before = bases.length === 0 ? [undefined] : bases.map(at);
      return { path, bases: before, ours: at(ours), theirs: at(theirs) };
    })
    .filter(({ bases: before, ours: a, theirs: b }) => {
      // Where histories crossed and left several bases, each side may be as another of them.
      const isOneBase = before.every(base => base === before[0]);
      return a !== b && !(isOneBase && [a, b].includes(before[0]));
    });
}

interface Renames {
  /** The old path by the new one. */
  readonly to: ReadonlyMap<string, string>;
  /** Old paths. */
  readonly from: ReadonlySet<string>;
}

/** Files that one side gave another path, or both the same one. */
async function renames(
  folder: string,
  sides: Sides,
  files: readonly Files[],
  bases: readonly Files[],
): Promise<Renames> {
  const [base] = sides.bases;
  const [before] = bases;
  if (base === undefined || before === undefined || bases.length > 1) return { to: new Map(), from: new Set() };
  const each = await Promise.all(
    [sides.ours, sides.theirs].map((side, i) => renamesOn(folder, base, side, before, files[i] ?? new Map())),
  );
  const [ours = new Map<string, string>(), theirs = new Map<string, string>()] = each;
  const to = new Map<string, string>();
  for (const [i, side] of each.entries()) {
    const other = i === 0 ? theirs : ours;
    for (const [old, path] of side) {
      // Two new paths for one file, or two files at one new path, are for a person to sort out.
      const isOneName = (other.get(old) ?? path) === path;
      const isTaken = other.get(old) !== path && files[1 - i]?.has(path);
      if (isOneName && !isTaken) to.set(path, old);
    }
  }
  return { to, from: new Set(to.values()) };
}

/** New paths by old ones, as git finds them. */
async function renamesOn(
  folder: string,
  base: string,
  side: string,
  before: Files,
  after: Files,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const isGone = [...before.keys()].some(path => !after.has(path));
  if (!isGone || ![...after.keys()].some(path => !before.has(path))) return found;
  [base, side].forEach(requireFullId);
  const how = ['--raw', '--find-renames', '--diff-filter=R', '--no-ext-diff', '--no-textconv', '--relative'];
  const args = ['diff-tree', '-r', '-z', '--no-commit-id', ...how, base, side, '--', '.'];
  const fields = await gitPieces({ folder, args, purpose: 'find renamed files' }, '\0');
  for (let i = 0; i + 2 < fields.length; i += 3) {
    const [old, path] = [studyPath(fields[i + 1] ?? ''), studyPath(fields[i + 2] ?? '')];
    if (old !== undefined && path !== undefined) found.set(old, path);
  }
  return found;
}
