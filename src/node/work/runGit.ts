import { writeFileSync } from 'node:fs';
import type { Cancellation } from '../../core/ports.js';
import { brokenOff, cancelled, noGit, otherFailure } from '../../core/versions/failures.js';
import { startOwnGit, turnToStart } from '../gitProgram.js';

/** How long git may write nothing, in milliseconds: hooks and large repositories take their time. */
const PATIENCE = 10 * 60_000;
/** How often somebody who may want to stop is asked, in milliseconds. */
const ASK_EVERY = 50;
/** How long a git that was told to end may tidy up after itself, in milliseconds. */
const GRACE = 5000;
/** How long what a git wrote is waited for once it has ended; a hook may have left a program behind that holds on to its output. */
const DRAIN = 1000;

/** What git is to do, as the person's own. */
export interface GitRun {
  /** Absolute path of the folder it works in. */
  readonly folder: string;
  readonly args: readonly string[];
  /** What it is to do, as it follows “Git could not”. */
  readonly purpose: string;
  /** What it is handed as standard input. */
  readonly input?: string | Uint8Array;
  /** Variables of the environment, on top. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly cancellation?: Cancellation | undefined;
  /** Absolute path of a file that is to have the id of the process, for whoever comes after us; empty as long as it is being started. */
  readonly worker?: string;
}

/** How git ended. */
export interface GitAnswer {
  readonly code: number;
  readonly stdout: string;
  /** The same as it was written. */
  readonly bytes: Buffer;
  readonly stderr: string;
}

/**
 * Runs git to its end.
 * @returns also where it failed: what its exit code means is for the caller to say
 * @throws `VersionFailure` where there is no git, where it was stopped, and where it was killed or never ended
 */
export async function runGit(run: GitRun): Promise<GitAnswer> {
  const { folder, args, input = '', variables, cancellation, purpose } = run;
  await turnToStart();
  return new Promise((resolve, reject) => {
    if (cancellation?.cancelled) {
      reject(cancelled());
      return;
    }
    if (run.worker !== undefined) writeFileSync(run.worker, '');
    const child = startOwnGit(folder, args, variables);
    if (run.worker !== undefined) writeFileSync(run.worker, String(child.pid ?? 0));
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    const text = (pieces: readonly Buffer[]): string => Buffer.concat(pieces).toString('utf8');
    let stopped: 'cancelled' | 'late' | undefined;
    let kill: NodeJS.Timeout | undefined;
    const stop = (why: 'cancelled' | 'late'): void => {
      if (stopped !== undefined) return;
      stopped = why;
      end(child.pid, 'SIGTERM');
      kill = setTimeout(() => end(child.pid, 'SIGKILL'), GRACE);
    };
    let late = setTimeout(() => stop('late'), PATIENCE);
    const asking = cancellation && setInterval(() => cancellation.cancelled && stop('cancelled'), ASK_EVERY);
    const done = (): void => {
      for (const timer of [late, kill, drain]) clearTimeout(timer);
      clearInterval(asking);
    };
    const take = (pieces: Buffer[]) => (data: Buffer) => {
      pieces.push(data);
      clearTimeout(late);
      late = setTimeout(() => stop('late'), PATIENCE);
    };
    child.stdout?.on('data', take(out));
    child.stderr?.on('data', take(err));
    // Git may end without having read everything; its exit code says why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
    child.on('error', error => {
      done();
      reject(noGit(error.message));
    });
    let drain: NodeJS.Timeout | undefined;
    const finish = (code: number | null): void => {
      done();
      const answer = { stdout: text(out), bytes: Buffer.concat(out), stderr: text(err) };
      // Who wanted to stop, and was too late, has it done.
      if (code === 0) resolve({ code, ...answer });
      else if (stopped === 'cancelled') reject(cancelled());
      else if (stopped === 'late') reject(otherFailure(`${purpose}: it did not come to an end`, answer.stderr));
      else if (code === null) reject(brokenOff(answer.stderr));
      else resolve({ code, ...answer });
    };
    child.on('exit', code => {
      drain = setTimeout(() => finish(code), DRAIN);
    });
    child.on('close', code => finish(code));
  });
}

/** Ends git and what it started. */
function end(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // It has ended by itself.
  }
}
