import * as fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { failureOf } from './gitFailure.js';
import { ownGit, ownGitList } from './ownGit.js';
import type { Place } from './place.js';
import { runGit } from './runGit.js';

/** Two versions as git put them together. */
export interface Together {
  /** Full id of the tree; where git could not put files together, it has one side of them, or marks. */
  readonly tree: string;
  /** Paths from the root of the repository that git could not put together. */
  readonly conflicts: ReadonlySet<string>;
}

/** What both ways of merging are told. Our own driver is off: what it would settle is settled with all sides at hand. */
const SETTINGS = [
  ...['-c', 'merge.verbatim.driver=exit 1', '-c', 'merge.renames=true', '-c', 'merge.directoryRenames=false'],
  ...['-c', 'diff.renames=true', '-c', `core.hooksPath=${os.devNull}`, '-c', 'core.fsmonitor='],
];
/** What git ends with where it does not know an option. */
const USAGE = 129;

/** Where git works that must not touch anything of the person's. */
interface Workshop {
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** Has git put two versions together in a folder of its own, which is removed afterwards. Full ids. */
export async function putTogether(
  place: Place,
  ours: string,
  theirs: string,
  bases: readonly string[],
): Promise<Together> {
  return inWorkshop(place, async workshop => {
    await attributes(place, workshop, ours);
    return (
      (await byMergeTree(place, workshop, ours, theirs, bases)) ??
      (await byMergeRecursive(place, workshop, ours, theirs, bases))
    );
  });
}

async function inWorkshop<T>(place: Place, work: (workshop: Workshop) => Promise<T>): Promise<T> {
  const folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'verbatim-')));
  try {
    const tree = path.join(folder, 'files');
    await fs.mkdir(tree);
    const variables = {
      ...{ GIT_DIR: place.gitDir, GIT_WORK_TREE: tree, GIT_INDEX_FILE: path.join(folder, 'index') },
      // Large files that are kept elsewhere are not brought here for this.
      GIT_LFS_SKIP_SMUDGE: '1',
    };
    return await work({ folder: tree, variables });
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

/** Attributes say how files are merged: those of our version are written out, and nothing else. */
async function attributes(place: Place, workshop: Workshop, ours: string): Promise<void> {
  const run = { ...workshop, purpose: 'prepare putting versions together' };
  await ownGit(place, { ...run, args: ['read-tree', ours] });
  const names = await ownGitList(place, { ...run, args: ['ls-files', '-z', '--', ':(glob)**/.gitattributes'] });
  const input = names.map(name => `${name}\0`).join('');
  if (input !== '')
    await ownGit(place, { ...run, args: [...SETTINGS, 'checkout-index', '-u', '-z', '--stdin'], input });
}

const PURPOSE = 'put the versions together';

/** Without any files, where git can do that (2.38 and later); undefined where it cannot. */
export async function byMergeTree(
  place: Place,
  workshop: Workshop,
  ours: string,
  theirs: string,
  bases: readonly string[],
): Promise<Together | undefined> {
  const unrelated = bases.length === 0 ? ['--allow-unrelated-histories'] : [];
  const args = [...SETTINGS, 'merge-tree', '--write-tree', '-z', '--no-messages', ...unrelated, ours, theirs];
  const answer = await runGit({ ...workshop, args, purpose: PURPOSE });
  if (answer.code === USAGE) return undefined;
  if (answer.code > 1) throw await failureOf(place, PURPOSE, answer);
  const [tree = '', ...entries] = answer.stdout.split('\0');
  return { tree, conflicts: new Set(entries.flatMap(entry => /^\d+ [0-9a-f]+ [1-3]\t(.+)$/s.exec(entry)?.[1] ?? [])) };
}

/** With an index and files of its own, as git could ever since. */
export async function byMergeRecursive(
  place: Place,
  workshop: Workshop,
  ours: string,
  theirs: string,
  bases: readonly string[],
): Promise<Together> {
  const args = [...SETTINGS, 'merge-recursive', ...bases, '--', ours, theirs];
  const answer = await runGit({ ...workshop, args, purpose: PURPOSE });
  if (answer.code > 1) throw await failureOf(place, PURPOSE, answer);
  const run = { ...workshop, purpose: PURPOSE };
  const sides = new Map<string, string>();
  for (const entry of await ownGitList(place, { ...run, args: ['ls-files', '--unmerged', '-z'] })) {
    const [, mode, id, stage, name = ''] = /^(\d+) ([0-9a-f]+) ([1-3])\t(.+)$/s.exec(entry) ?? [];
    // Ours comes before theirs; what both removed has neither.
    const kept = sides.get(name) ?? '';
    sides.set(name, stage === '1' || kept !== '' ? kept : `${mode} ${id} 0\t${name}\0`);
  }
  const none = '0'.repeat(ours.length);
  const input = [...sides].map(([name, side]) => `0 ${none} 0\t${name}\0${side}`).join('');
  if (input !== '') await ownGit(place, { ...run, args: ['update-index', '-z', '--index-info'], input });
  const tree = (await ownGit(place, { ...run, args: ['write-tree'] })).trim();
  return { tree, conflicts: new Set(sides.keys()) };
}
