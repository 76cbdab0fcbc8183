import { blobId } from '../../../../src/core/coding/blobId.js';
import type { Commit } from '../../../../src/core/ports.js';
import { encodeUtf8 } from '../../../../src/core/text/utf8.js';

/** Files of a version by path. */
export type Tree = ReadonlyMap<string, string>;

/** A saved version as all repositories of one test know it. */
export interface FakeCommit extends Commit {
  readonly tree: Tree;
}

/** What a place at which versions are exchanged holds, and all versions that anybody of a test made: ids are the same everywhere. */
export class FakeHost {
  readonly commits = new Map<string, FakeCommit>();
  readonly branches = new Map<string, string>();
  private readonly blobs = new Map<string, string>();

  make(tree: Tree, parents: readonly string[], author: string, message: string): string {
    const id = (this.commits.size + 1).toString(16).padStart(40, 'c');
    const [subject = '', ...rest] = message.split('\n');
    const date = new Date(Date.UTC(2026, 0, 1) + this.commits.size * 60_000).toISOString();
    this.commits.set(id, { id, parents, author, date, subject, body: rest.join('\n').trim(), tree });
    return id;
  }

  commit(id: string): FakeCommit {
    const found = this.commits.get(id);
    if (found === undefined) throw new Error(`no version ${id}`);
    return found;
  }

  blob(text: string): string {
    const id = blobId(encodeUtf8(text));
    this.blobs.set(id, text);
    return id;
  }

  textOf(blob: string): string | undefined {
    return this.blobs.get(blob);
  }

  /** A version and all that it was made on. */
  history(id: string): Set<string> {
    const all = new Set<string>();
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (all.has(next)) continue;
      all.add(next);
      open.push(...this.commit(next).parents);
    }
    return all;
  }

  /** The newest version that two have in common. */
  mergeBase(a: string, b: string): string | undefined {
    const both = this.history(a);
    return [...this.history(b)].filter(id => both.has(id)).sort((x, y) => order(y) - order(x))[0];
  }
}

const order = (id: string): number => Number.parseInt(id.replace(/^c+/, ''), 16);
