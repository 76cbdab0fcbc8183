import { spawn, spawnSync } from 'node:child_process';
import { constants, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What git is to be asked: as `spawnSync` takes it. */
export interface GitQuestion {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly input: string;
}

/** What git answered. */
export interface GitAnswer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs in a process of its own: reads questions and writes answers, each as its length in bytes on a line and JSON. */
const SERVER = `
const { openSync, readSync, writeSync } = require('node:fs');
const { spawnSync } = require('node:child_process');
const [from, to] = [openSync(process.argv[1], 'r'), openSync(process.argv[2], 'w')];
const chunk = Buffer.alloc(65536);
let rest = Buffer.alloc(0);
for (;;) {
  for (let end; (end = rest.indexOf(10)) !== -1; ) {
    const size = Number(rest.toString('latin1', 0, end));
    if (rest.length < end + 1 + size) break;
    const { args, cwd, env, input } = JSON.parse(rest.toString('utf8', end + 1, end + 1 + size));
    rest = rest.subarray(end + 1 + size);
    const done = spawnSync('git', args, { cwd, env, input, encoding: 'utf8', maxBuffer: 2 ** 28 });
    const said = Buffer.from(JSON.stringify({ code: done.status ?? -1, out: done.stdout ?? '', err: String(done.error ?? done.stderr) }));
    const answer = Buffer.concat([Buffer.from(said.length + '\\n'), said]);
    for (let at = 0; at < answer.length; ) at += writeSync(to, answer, at);
  }
  const read = readSync(from, chunk);
  if (read === 0) process.exit();
  rest = Buffer.concat([rest, chunk.subarray(0, read)]);
}`;

/** How long an answer may take, in milliseconds. */
const PATIENCE = 120_000;
/** How long to wait before looking again, in milliseconds. */
const PAUSE = 0.2;

/**
 * Asks git through a small process: to start one from a process as large as a simulation costs many times what git itself does.
 */
export class GitServer {
  private readonly folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-git-'));
  private readonly to: number;
  private readonly from: number;
  private readonly pause = new Int32Array(new SharedArrayBuffer(4));
  /** What is read into, again and again: it is looked far more often than something has come. */
  private readonly chunk = Buffer.alloc(1 << 16);

  /** @throws where this system has no named pipes */
  constructor() {
    const [questions, answers] = ['questions', 'answers'].map(name => path.join(this.folder, name)) as [string, string];
    if (spawnSync('mkfifo', [questions, answers]).status !== 0) throw new Error('There are no named pipes here.');
    this.to = openSync(questions, 'r+');
    this.from = openSync(answers, constants.O_RDONLY | constants.O_NONBLOCK);
    const server = spawn(process.execPath, ['-e', SERVER, questions, answers], { stdio: 'ignore' });
    server.unref();
    process.once('exit', () => {
      server.kill();
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  ask(question: GitQuestion): GitAnswer {
    const said = Buffer.from(JSON.stringify(question));
    const all = Buffer.concat([Buffer.from(`${said.length}\n`), said]);
    for (let at = 0; at < all.length; ) at += writeSync(this.to, all, at);
    return this.answer();
  }

  private answer(): GitAnswer {
    const chunks: Buffer[] = [];
    let [left, size] = [PATIENCE, Number.POSITIVE_INFINITY];
    for (let all = Buffer.alloc(0); ; ) {
      const chunk = this.read();
      if (chunk === undefined) {
        Atomics.wait(this.pause, 0, 0, PAUSE);
        left -= PAUSE;
        if (left < 0) throw new Error('Git did not answer.');
        continue;
      }
      chunks.push(chunk);
      all = Buffer.concat(chunks.splice(0));
      chunks.push(all);
      const end = all.indexOf(10);
      if (end !== -1) size = Number(all.toString('latin1', 0, end));
      if (end !== -1 && all.length >= end + 1 + size) return JSON.parse(all.toString('utf8', end + 1)) as GitAnswer;
    }
  }

  /** What has come by now; undefined: nothing. */
  private read(): Buffer | undefined {
    try {
      const length = readSync(this.from, this.chunk);
      return length === 0 ? undefined : Buffer.from(this.chunk.subarray(0, length));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined;
      throw error;
    }
  }
}
