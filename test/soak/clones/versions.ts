import { readFile } from '../model/readFile.js';
import type { FileState } from '../model/state.js';
import { askGit, git } from './git.js';
import { LooseObjects } from './objects.js';

/** What commits hold, read from git's objects by the plain readers, each blob once. */
export class Versions {
  private readonly texts = new Map<string, string>();
  private readonly states = new Map<string, FileState>();
  private readonly repositories = new Map<string, LooseObjects>();
  private readonly trees = new Map<string, ReadonlyMap<string, string>>();

  /** Blob ids of a commit's files by path; none of no commit. */
  files(root: string, commit: string | undefined): ReadonlyMap<string, string> {
    if (commit === undefined) return new Map();
    const known = this.trees.get(commit);
    if (known !== undefined) return known;
    const loose = this.loose(root).files(commit);
    if (loose !== undefined) return keep(this.trees, commit, loose);
    const files = new Map<string, string>();
    for (const entry of git(root, ['ls-tree', '-r', '-z', commit]).split('\0')) {
      const match = /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(entry);
      if (match !== null) files.set(match[2] as string, match[1] as string);
    }
    return keep(this.trees, commit, files);
  }

  /** The text of a file in a commit; undefined where it is not there. */
  text(root: string, commit: string | undefined, path: string): string | undefined {
    const blob = this.files(root, commit).get(path);
    return blob === undefined ? undefined : this.blob(root, blob);
  }

  /** What a file of a commit says. */
  state(root: string, commit: string | undefined, path: string): FileState {
    const blob = this.files(root, commit).get(path);
    const key = `${blob} ${path}`;
    return this.states.get(key) ?? keep(this.states, key, readFile(path, this.text(root, commit, path)));
  }

  /** Reads all files of commits in one go that were not read yet. */
  load(root: string, commits: readonly (string | undefined)[]): void {
    const blobs = new Set(commits.flatMap(commit => [...this.files(root, commit).values()]));
    const missing = [...blobs].filter(blob => !this.texts.has(blob) && !this.isLoose(root, blob));
    if (missing.length === 0) return;
    // Positions are bytes, so it is taken apart as bytes.
    const bytes = Buffer.from(git(root, ['cat-file', '--batch'], {}, `${missing.join('\n')}\n`), 'utf8');
    let at = 0;
    for (const blob of missing) {
      const end = bytes.indexOf(10, at);
      const size = Number(bytes.toString('utf8', at, end).split(' ')[2]);
      keep(this.texts, blob, bytes.toString('utf8', end + 1, end + 1 + size));
      at = end + 1 + size + 1;
    }
  }

  /** Whether a blob is in a file of its own; then it is read. */
  private isLoose(root: string, blob: string): boolean {
    const bytes = this.loose(root).read(blob);
    if (bytes !== undefined) keep(this.texts, blob, bytes.toString('utf8'));
    return bytes !== undefined;
  }

  private loose(root: string): LooseObjects {
    const known = this.repositories.get(root) ?? new LooseObjects(root);
    this.repositories.set(root, known);
    return known;
  }

  private blob(root: string, blob: string): string {
    if (!this.texts.has(blob) && !this.isLoose(root, blob))
      keep(this.texts, blob, askGit(root, ['cat-file', 'blob', blob]).out);
    return this.texts.get(blob) ?? '';
  }
}

/** A process that has grown takes far longer to start a git: what is read again is soon read. */
const MOST_KEPT = 1000;

function keep<T>(all: Map<string, T>, key: string, value: T): T {
  if (all.size >= MOST_KEPT) for (const old of [...all.keys()].slice(0, MOST_KEPT / 4)) all.delete(old);
  all.set(key, value);
  return value;
}
