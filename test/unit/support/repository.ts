import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Nothing that this machine tells git counts. */
const ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: os.devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'EA',
  GIT_AUTHOR_EMAIL: 'ea@example.org',
  GIT_COMMITTER_NAME: 'EA',
  GIT_COMMITTER_EMAIL: 'ea@example.org',
};

/** Runs git in a folder; answers what it printed, without the last line end. @throws where git refuses */
export function gitIn(folder: string, args: readonly string[], input?: string | Uint8Array): string {
  const env = { ...process.env, ...ENVIRONMENT };
  const stdio = ['pipe', 'pipe', 'ignore'] as const;
  return execFileSync('git', args, { cwd: folder, env, input, stdio: [...stdio], encoding: 'utf8' }).trimEnd();
}

/** A git repository in a temporary folder. */
export class TemporaryRepository {
  readonly root = mkdtempSync(path.join(os.tmpdir(), 'verbatim-git-'));

  constructor() {
    this.git('init', '--quiet', '--initial-branch', 'main');
  }

  git(...args: string[]): string {
    return gitIn(this.root, args);
  }

  put(file: string, content: string | Uint8Array): void {
    mkdirSync(path.dirname(path.join(this.root, file)), { recursive: true });
    writeFileSync(path.join(this.root, file), content);
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
  }

  /** Stores a blob; answers its id. */
  blob(content: string | Uint8Array): string {
    return gitIn(this.root, ['hash-object', '-w', '--stdin'], content);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true, maxRetries: 3 });
  }
}
