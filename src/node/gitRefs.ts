import type { GitRef } from '../core/ports.js';
import type { StoredCommit } from './gitCommits.js';
import { readGit } from './gitOutput.js';

/** A branch, remote branch or tag by its whole name. */
export interface FullRef {
  /** Such as `refs/heads/main`. */
  readonly name: string;
  /** Id of what it stands for: a commit, or a tag on one. */
  readonly object: string;
  /** The ref that it merely points to, as `refs/remotes/origin/HEAD` does; else empty. */
  readonly pointsTo: string;
  /** The whole name of what a branch follows; else empty. */
  readonly upstream: string;
}

const KINDS = { heads: 'branch', remotes: 'remote', tags: 'tag' } as const;

/** All of them, in the order of their names. */
export async function fullRefs(folder: string): Promise<FullRef[]> {
  // No name of a ref has a space in it.
  const format = '--format=%(objectname) %(refname) %(symref) %(upstream)';
  const args = ['for-each-ref', format, ...Object.keys(KINDS).map(kind => `refs/${kind}`)];
  const refs: FullRef[] = [];
  await readGit({ folder, args, purpose: 'list the branches and tags' }, '\n', line => {
    const [object = '', name = '', pointsTo = '', upstream = ''] = line.split(' ');
    refs.push({ name, object, pointsTo, upstream });
  });
  return refs;
}

/** `refs/heads/main` as people call it; undefined for refs of other kinds. */
export function shortName(name: string): { readonly kind: GitRef['kind']; readonly name: string } | undefined {
  const [, kind, short] = /^refs\/(heads|remotes|tags)\/(.+)$/.exec(name) ?? [];
  return kind === undefined || short === undefined
    ? undefined
    : { kind: KINDS[kind as keyof typeof KINDS], name: short };
}

/**
 * The refs that stand for commits, as somebody may pick them, newest commits first.
 * @param commitOf the commit that an id, of a commit or of a tag on one, leads to
 */
export async function listRefs(
  folder: string,
  commitOf: (id: string) => Promise<StoredCommit | undefined>,
): Promise<GitRef[]> {
  const refs = (await fullRefs(folder)).filter(ref => ref.pointsTo === '');
  const times = new Map<string, number>();
  for (const ref of refs) {
    const short = shortName(ref.name)?.name ?? '';
    times.set(short, (times.get(short) ?? 0) + 1);
  }
  const found = await Promise.all(
    refs.map(async full => {
      const [ref, commit] = [shortName(full.name), await commitOf(full.object)];
      if (ref === undefined || commit === undefined) return [];
      // A branch and a tag may share a name; then each goes by a longer one that git understands.
      const name = times.get(ref.name) === 1 ? ref.name : full.name.slice('refs/'.length);
      const { id, author, date, subject } = commit;
      return [{ committed: commit.committed, ref: { kind: ref.kind, name, commit: id, author, date, subject } }];
    }),
  );
  return found
    .flat()
    .sort((a, b) => b.committed - a.committed)
    .map(({ ref }) => ref);
}
