import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Puts a git of ours before the real one, so that a test can see which processes were started; it becomes the real one at
 * once. Not for Windows, where a script is no program.
 */
export class WatchedGit {
  private readonly folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-path-'));
  private readonly log = path.join(this.folder, 'started');
  private readonly before = process.env.PATH;

  /** @param stuck how many of the first gits never answer anything */
  constructor(stuck = 0) {
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const script = path.join(this.folder, 'git');
    const lines = [
      '#!/bin/sh',
      `echo $$ >> '${this.log}'`,
      `if [ $(wc -l < '${this.log}') -le ${stuck} ]; then exec sleep 600; fi`,
      `exec '${real}' "$@"`,
    ];
    writeFileSync(script, `${lines.join('\n')}\n`);
    chmodSync(script, 0o755);
    process.env.PATH = `${this.folder}${path.delimiter}${this.before}`;
  }

  /** Ids of the processes that were started, in their order. */
  get started(): number[] {
    return existsSync(this.log) ? readFileSync(this.log, 'utf8').trim().split('\n').map(Number) : [];
  }

  /** Those of them that are still there. */
  get running(): number[] {
    return this.started.filter(isRunning);
  }

  remove(): void {
    process.env.PATH = this.before;
    for (const pid of this.running) process.kill(pid);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Asks again and again until something is so. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  const end = Date.now() + 8000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
