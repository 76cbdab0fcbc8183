import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runCli } from '../../../../src/cli/cli.js';
import { formatRecord } from '../../../../src/core/coding/line.js';
import type { Program } from '../../../../src/node/merging/driverCommand.js';
import { fixedEnvironment } from '../../support/environment.js';
import type { Result } from './study.js';

/** The command line as it is built. */
export const BUILT: Program = { node: process.execPath, script: path.resolve('dist/cli.js'), isElectron: false };

/** A study in a repository, in which git does what it does for people: with the settings of the repository, drivers included. */
export class GitStudy {
  readonly top = mkdtempSync(path.join(os.tmpdir(), 'verbatim-merges-'));
  readonly root: string;
  program = BUILT;

  /** @param folder of the study, from the top of the repository */
  constructor(folder = '.') {
    this.root = path.join(this.top, folder);
    mkdirSync(this.root, { recursive: true });
    this.git('init', '--quiet', '--initial-branch', 'main');
  }

  /** Runs git at the top; answers what it did, be it well or not. */
  run(...args: string[]): Result {
    const env = { ...process.env };
    for (const name of Object.keys(env)) if (name.startsWith('GIT_')) delete env[name];
    const person = { NAME: 'EA', EMAIL: 'ea@example.org' };
    for (const [key, value] of Object.entries(person))
      Object.assign(env, { [`GIT_AUTHOR_${key}`]: value, [`GIT_COMMITTER_${key}`]: value });
    Object.assign(env, { GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: '1', GIT_EDITOR: 'true' });
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: this.top, env, encoding: 'utf8' });
    return { exit: status ?? -1, out: stdout, err: stderr };
  }

  /** Runs git, which is to succeed; answers what it printed, without the last line end. */
  git(...args: string[]): string {
    const { exit, out, err } = this.run(...args);
    if (exit !== 0) throw new Error(`git ${args.join(' ')}: ${out}${err}`);
    return out.trimEnd();
  }

  /** Calls the command line with the study as the current folder. */
  async verbatim(...args: string[]): Promise<Result> {
    let [out, err] = ['', ''];
    const exit = await runCli(args, {
      cwd: this.root,
      stdout: text => {
        out += text;
      },
      stderr: text => {
        err += text;
      },
      environment: fixedEnvironment(),
      program: this.program,
    });
    return { exit, out, err };
  }

  put(file: string, content: string | Uint8Array): void {
    mkdirSync(path.dirname(path.join(this.root, file)), { recursive: true });
    writeFileSync(path.join(this.root, file), content);
  }

  read(file: string): string {
    return readFileSync(path.join(this.root, file), 'utf8');
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
  }

  /** Makes the files what they are to be on a branch, which begins where `from` is, and saves that. */
  version(branch: string, from: string, files: Readonly<Record<string, string | Uint8Array | undefined>>): void {
    this.git('checkout', '--quiet', '-B', branch, from);
    for (const [file, content] of Object.entries(files)) {
      if (content === undefined) rmSync(path.join(this.root, file));
      else this.put(file, content);
    }
    this.commit(`What ${branch} did`);
  }

  remove(): void {
    rmSync(this.top, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A line of codings: its place follows from the number, so that lines have an order. */
export function codingLine(number: number, code: string, more: Readonly<Record<string, unknown>> = {}): string {
  const at = [number * 100, number * 100 + 20];
  const id = `coding${String(number).padStart(4, '0')}`;
  const record = { code, quote: `What was said at ${at[0]}`, at, base: '3f2a9c1d04be', id, ...more };
  return `${formatRecord(record)}\n`;
}
