import type {
  Commit,
  FileBlobs,
  GitMerge,
  GitRef,
  LoggedCommit,
  Standing,
  StudyGit,
  StudyWork,
} from '../../../../src/core/ports.js';
import { decodeUtf8 } from '../../../../src/core/text/utf8.js';
import { VersionFailure } from '../../../../src/core/versions/failure.js';
import { overtaken } from '../../../../src/core/versions/failures.js';
import type { VersionSource } from '../../../../src/core/versions/source.js';
import { MemoryStore } from '../../support/memoryStore.js';
import type { FakeHost, Tree } from './fakeHost.js';

/** Somebody's copy of a study in memory: its files, its versions, and what it last saw at the place where versions are exchanged. */
export class FakeWork implements VersionSource {
  readonly store = new MemoryStore();
  readonly branches = new Map<string, string>();
  readonly there = new Map<string, string>();
  readonly bases = new Map<string, string>();
  branch: string | undefined = 'main';
  /** What the next call of a kind fails with, once. */
  readonly failing = new Map<keyof StudyWork, VersionFailure>();
  /** What was changed in the repository, in order. */
  readonly calls: string[] = [];
  standingNow: Partial<Standing> = {};

  constructor(
    readonly host: FakeHost,
    readonly person: string,
  ) {}

  /** Everything that can be seen of it, to compare before and after. */
  get state(): unknown {
    return { branch: this.branch, branches: [...this.branches], files: [...this.now()] };
  }

  get head(): string | undefined {
    return this.branch === undefined ? undefined : this.branches.get(this.branch);
  }

  put(files: Readonly<Record<string, string | undefined>>): this {
    for (const [path, text] of Object.entries(files)) this.store.put(path, text);
    return this;
  }

  /** Saves all that is changed, as a version that needs no saying. */
  async saved(message = 'saved'): Promise<string> {
    return this.work.save(await this.work.unsaved(), message);
  }

  readonly git: StudyGit = {
    commit: async id => this.host.commits.get(id) as Commit | undefined,
    files: async of => {
      const tree = of === 'index' ? new Map<string, string>() : this.host.commit(of.commit).tree;
      return new Map([...tree].map(([path, text]) => [path, this.host.blob(text)]));
    },
    read: async blob => {
      const text = this.host.textOf(blob);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    mergeBase: async (a, b) => this.host.mergeBase(a, b),
    refs: async () => {
      const ref = (kind: GitRef['kind'], name: string, id: string): GitRef => {
        const { author, date, subject } = this.host.commit(id);
        return { kind, name, commit: id, author, date, subject };
      };
      return [
        ...[...this.branches].map(([name, id]) => ref('branch', name, id)),
        ...[...this.there].map(([name, id]) => ref('remote', `origin/${name}`, id)),
      ].sort((a, b) => (a.date < b.date ? 1 : -1));
    },
    head: async () => ({ branch: this.branch, commit: this.head, base: this.bases.get(this.branch ?? '') }),
    log: async (to, { from } = {}) => {
      const left = from === undefined ? new Set<string>() : this.host.history(from);
      const ids = [...this.host.history(to)].filter(id => !left.has(id)).sort();
      return ids.map(id => logged(this.host, id));
    },
  };

  readonly work: StudyWork = {
    standing: async () => ({
      ...(await this.git.head()),
      underWay: undefined,
      isLocked: false,
      identity: { name: this.person, email: `${this.person}@example.org` },
      remote: 'origin',
      upstream: this.there.has(this.branch ?? '') ? `origin/${this.branch}` : undefined,
      ...this.standingNow,
    }),
    identify: async () => undefined,
    unsaved: async () => {
      const last = this.head === undefined ? new Map<string, string>() : this.host.commit(this.head).tree;
      const now = this.now();
      return [...new Set([...last.keys(), ...now.keys()])].filter(path => last.get(path) !== now.get(path)).sort();
    },
    save: async (paths, message) => {
      this.mayFail('save');
      const tree = new Map(this.head === undefined ? [] : this.host.commit(this.head).tree);
      const now = this.now();
      for (const path of paths) {
        const text = now.get(path);
        if (text === undefined) tree.delete(path);
        else tree.set(path, text);
      }
      return this.move(this.host.make(tree, this.head === undefined ? [] : [this.head], this.person, message), 'save');
    },
    fetch: async () => {
      this.mayFail('fetch');
      this.calls.push('fetch');
      this.there.clear();
      for (const [name, id] of this.host.branches) this.there.set(name, id);
    },
    merge: async theirs => this.merged(theirs),
    conclude: async (merge, resolved, message) => {
      this.mayFail('conclude');
      if (merge.ours !== this.head) throw overtaken();
      if (merge.relation === 'forward') return this.checkOut(merge.theirs, 'forward');
      const tree = new Map(JSON.parse(merge.tree) as [string, string][]);
      for (const { path } of merge.bothChanged) {
        const bytes = resolved.get(path);
        if (bytes === undefined) tree.delete(path);
        else tree.set(path, decodeUtf8(bytes));
      }
      const id = this.host.make(tree, [merge.ours, merge.theirs], this.person, message);
      return this.checkOut(id, 'merge');
    },
    startBranch: async (name, base, leaveAt) => {
      this.mayFail('startBranch');
      if (this.branches.has(name)) throw new Error(`there is a branch ${name}`);
      this.branches.set(name, this.head ?? '');
      if (leaveAt !== undefined) this.branches.set(this.branch ?? '', leaveAt);
      if (base !== undefined) this.bases.set(name, base);
      this.branch = name;
      this.calls.push(`start ${name}`);
    },
    forgetBranch: async name => {
      this.branches.delete(name);
      this.calls.push(`forget ${name}`);
    },
    switchTo: async (branch, to) => {
      this.mayFail('switchTo');
      const here = this.branches.get(branch);
      if (here === undefined) throw new Error(`no branch ${branch}`);
      if (to !== undefined && !this.host.history(to).has(here)) throw new Error('not forward');
      this.branch = branch;
      this.checkOut(to ?? here, `switch ${branch}`);
    },
    lastMerge: async () => undefined,
    lastMerges: async () => ({ merges: [], unknown: [] }),
    unsettle: async () => undefined,
    settle: async () => undefined,
    finishUnderWay: async () => this.work.standing(),
    abandonUnderWay: async () => undefined,
    push: async () => {
      this.mayFail('push');
      const there = this.host.branches.get(this.branch ?? '');
      const head = this.head ?? '';
      if (there !== undefined && !this.host.history(head).has(there))
        throw new VersionFailure('rejected', 'Somebody was faster.', 'Get colleagues’ work first.');
      this.host.branches.set(this.branch ?? '', head);
      this.there.set(this.branch ?? '', head);
      this.calls.push(`push ${this.branch}`);
    },
  };

  private merged(theirs: string): GitMerge {
    const { host } = this;
    const ours = this.head ?? '';
    const base = host.mergeBase(ours, theirs);
    const relation = base === theirs ? 'here' : base === ours ? 'forward' : 'both';
    const trees = [base, ours, theirs].map(id => (id === undefined ? new Map<string, string>() : host.commit(id).tree));
    const [left, mine, other] = trees as [Tree, Tree, Tree];
    const tree = new Map(mine);
    const bothChanged: FileBlobs[] = [];
    for (const path of new Set([...left.keys(), ...mine.keys(), ...other.keys()])) {
      const blob = (text: string | undefined) => (text === undefined ? undefined : host.blob(text));
      const [was, here, there] = [left.get(path), mine.get(path), other.get(path)];
      if (there === was) continue;
      if (here !== was) bothChanged.push({ path, bases: [blob(was)], ours: blob(here), theirs: blob(there) });
      else if (there === undefined) tree.delete(path);
      else tree.set(path, there);
    }
    const foreign = bothChanged.filter(({ path }) => path.endsWith('.txt')).map(({ path }) => path);
    const ofStudy = bothChanged.filter(({ path }) => !path.endsWith('.txt'));
    const bases = base === undefined ? [] : [base];
    return { ours, theirs, bases, relation, bothChanged: ofStudy, foreign, tree: JSON.stringify([...tree]) };
  }

  private now(): Tree {
    const tree = new Map<string, string>();
    for (const path of this.store.paths()) tree.set(path, this.store.text(path) ?? '');
    return tree;
  }

  private checkOut(id: string, what: string): string {
    const next = this.host.commit(id).tree;
    const paths = new Set([...this.store.paths(), ...next.keys()]);
    for (const path of paths) this.store.put(path, next.get(path));
    return this.move(id, what);
  }

  private move(id: string, what: string): string {
    this.branches.set(this.branch ?? '', id);
    this.calls.push(what);
    return id;
  }

  private mayFail(call: keyof StudyWork): void {
    const failure = this.failing.get(call);
    this.failing.delete(call);
    if (failure !== undefined) throw failure;
  }
}

function logged(host: FakeHost, id: string): LoggedCommit {
  const { tree, ...commit } = host.commit(id);
  const before = commit.parents[0] === undefined ? new Map<string, string>() : host.commit(commit.parents[0]).tree;
  const files = [...new Set([...before.keys(), ...tree.keys()])]
    .filter(path => before.get(path) !== tree.get(path))
    .map(path => {
      const blob = (text: string | undefined) => (text === undefined ? undefined : host.blob(text));
      return { path, before: blob(before.get(path)), after: blob(tree.get(path)) };
    });
  return { ...commit, files, madeOn: commit.parents, isCutOff: false };
}
