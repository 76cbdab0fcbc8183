import type { Commit, CommittedFile, LoggedCommit } from '../core/ports.js';
import { putTo } from '../core/text/grouped.js';
import { requireFullId, studyPath } from './gitFiles.js';
import { gitPieces, readGit } from './gitOutput.js';

export interface LogOptions {
  /** Full id; commits in its history are left out. */
  readonly from?: string;
  /** Only what happened to these files, by their paths from the study. */
  readonly paths?: readonly string[];
}

/**
 * The commits that changed files below a folder, older ones before those made on them, each compared with its first parent.
 * Where a history is cut off (a shallow clone), its oldest commit is compared with nothing.
 * @param folder absolute path
 * @param to full id
 * @param read a commit by its id
 * @throws where git does not have one of the commits
 */
export async function commitLog(
  folder: string,
  to: string,
  options: LogOptions,
  read: (id: string) => Promise<Commit>,
): Promise<LoggedCommit[]> {
  const parents = await walk(folder, to, options.from);
  const changed = await changedFiles(folder, parents, options.paths);
  const commits = await Promise.all([...changed.keys()].map(read));
  const nearest = nearestChanges(parents, changed);
  return commits.map(commit => {
    const here = parents.get(commit.id) ?? [];
    return {
      ...commit,
      parents: here,
      files: changed.get(commit.id) ?? [],
      madeOn: here.map(id => nearest.get(id)),
      isCutOff: here.length < commit.parents.length,
    };
  });
}

/** For each commit the one at which the study became what it is there: itself, or that of its first parent. */
function nearestChanges(
  parents: ReadonlyMap<string, readonly string[]>,
  changed: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, string | undefined> {
  const nearest = new Map<string, string | undefined>();
  for (const [id, [first]] of parents) {
    nearest.set(id, changed.has(id) ? id : first === undefined ? undefined : nearest.get(first));
  }
  return nearest;
}

/** Every commit of a history with its parents, as far as they are here. */
async function walk(folder: string, to: string, from: string | undefined): Promise<Map<string, string[]>> {
  const ends = from === undefined ? [to] : [to, from];
  ends.forEach(requireFullId);
  const args = ['rev-list', '--topo-order', '--reverse', '--parents', to, ...ends.slice(1).map(id => `^${id}`), '--'];
  const lines = await gitPieces({ folder, args, purpose: 'read the history' }, '\n');
  return new Map(
    lines.map(line => {
      const [id = '', ...parents] = line.split(' ');
      return [id, parents];
    }),
  );
}

/** What each of the commits changed below the folder; those that changed nothing there are left out. */
async function changedFiles(
  folder: string,
  commits: ReadonlyMap<string, readonly string[]>,
  paths: readonly string[] | undefined,
): Promise<Map<string, CommittedFile[]>> {
  // A commit with the parents that git is to take for its own: of a merge, the first.
  const input = [...commits].map(([id, [first]]) => `${first === undefined ? id : `${id} ${first}`}\n`).join('');
  const how = ['--raw', '--no-abbrev', '--no-renames', '--no-ext-diff', '--no-textconv', '--relative'];
  const args = ['diff-tree', '--stdin', '-r', '-z', '--root', ...how, '--', '.'];
  // Not handed to git, to which a name with accents written in another form is another name.
  const wanted = paths === undefined ? undefined : new Set(paths.map(path => path.normalize('NFC')));
  const changed = new Map<string, CommittedFile[]>();
  let [commit, entry]: [string, string | undefined] = ['', undefined];
  await readGit({ folder, args, input, purpose: 'read what saved versions changed' }, '\0', field => {
    if (entry !== undefined) {
      const file = changedFile(entry, field);
      entry = undefined;
      if (file === undefined || (wanted !== undefined && !wanted.has(file.path))) return;
      putTo(changed, commit, file);
    } else if (field.startsWith(':')) entry = field;
    else commit = field;
  });
  return changed;
}

/** A file before and after; a link or a submodule at its path is no file. */
function changedFile(entry: string, at: string): CommittedFile | undefined {
  const [, modeBefore = '', modeAfter = '', before, after] =
    /^:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) /.exec(entry) ?? [];
  const path = studyPath(at);
  const was = modeBefore.startsWith('100') ? before : undefined;
  const is = modeAfter.startsWith('100') ? after : undefined;
  // Only whether it may be run is another.
  return path === undefined || was === is ? undefined : { path, before: was, after: is };
}
