import { createHash } from 'node:crypto';
import type { Commit, CommittedFile, LoggedCommit, StudyGit } from '../../../../src/core/ports.js';
import { encodeUtf8 } from '../../../../src/core/text/utf8.js';

/** Files of a version: texts by path. */
export type Tree = ReadonlyMap<string, string>;

interface Made extends Commit {
  readonly tree: Tree;
  readonly isCutOff: boolean;
}

const sha = (text: string): string => createHash('sha1').update(text).digest('hex');

/** A history in memory, as git would keep it: versions that name their parents. */
export class FakeHistory implements StudyGit {
  private readonly commits = new Map<string, Made>();
  private readonly blobs = new Map<string, string>();
  private readonly histories = new Map<string, ReadonlySet<string>>();

  /** Makes a version; answers its id. */
  make(parents: readonly string[], tree: Tree, author: string, isCutOff = false): string {
    const number = this.commits.size;
    const id = sha(`commit ${number}`);
    const date = new Date(Date.UTC(2026, 2, 2) + number * 60_000).toISOString();
    this.commits.set(id, { id, parents, author, date, subject: `Version ${number}`, body: '', tree, isCutOff });
    for (const text of tree.values()) this.blobs.set(sha(text), text);
    return id;
  }

  tree(id: string): Tree {
    return this.required(id).tree;
  }

  authorOf(id: string): string {
    return this.required(id).author;
  }

  parents(id: string): readonly string[] {
    return this.required(id).parents;
  }

  /** A version and all that it comes from. */
  history(id: string): ReadonlySet<string> {
    const known = this.histories.get(id);
    if (known !== undefined) return known;
    const all = new Set([id, ...this.parents(id).flatMap(parent => [...this.history(parent)])]);
    this.histories.set(id, all);
    return all;
  }

  /** Ids in the order in which they were made, which no parent comes behind. */
  ordered(ids: ReadonlySet<string>): string[] {
    return [...this.commits.keys()].filter(id => ids.has(id));
  }

  async commit(name: string): Promise<Commit | undefined> {
    return this.commits.get(name);
  }

  async files(of: { readonly commit: string } | 'index'): Promise<ReadonlyMap<string, string>> {
    if (of === 'index') return new Map();
    return new Map([...this.tree(of.commit)].map(([path, text]) => [path, sha(text)]));
  }

  async read(blob: string): Promise<Uint8Array | undefined> {
    const text = this.blobs.get(blob);
    return text === undefined ? undefined : encodeUtf8(text);
  }

  async mergeBase(a: string, b: string): Promise<string | undefined> {
    const ofB = this.history(b);
    return this.ordered(this.history(a)).findLast(id => ofB.has(id));
  }

  async refs(): Promise<[]> {
    return [];
  }

  async head(): Promise<{ branch: string; commit: string | undefined; base: undefined }> {
    return { branch: 'main', commit: [...this.commits.keys()].at(-1), base: undefined };
  }

  async log(to: string, { from }: { readonly from?: string } = {}): Promise<readonly LoggedCommit[]> {
    const without = from === undefined ? new Set<string>() : this.history(from);
    const ids = this.ordered(this.history(to)).filter(id => !without.has(id));
    return ids.map(id => this.logged(id)).filter(({ files }) => files.length > 0);
  }

  private logged(id: string): LoggedCommit {
    const { tree, ...commit } = this.required(id);
    const [first] = commit.parents;
    const before = first === undefined ? new Map<string, string>() : this.tree(first);
    const files: CommittedFile[] = [];
    for (const path of new Set([...before.keys(), ...tree.keys()])) {
      const [old, now] = [before.get(path), tree.get(path)];
      if (old !== now) files.push({ path, before: old && sha(old), after: now && sha(now) });
    }
    return { ...commit, files, madeOn: commit.parents };
  }

  private required(id: string): Made {
    const found = this.commits.get(id);
    if (found === undefined) throw new Error(`no version ${id}`);
    return found;
  }
}
