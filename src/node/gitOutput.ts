import { StringDecoder } from 'node:string_decoder';
import { startGit, turnToStart } from './gitProgram.js';

/** How long git may write nothing, in milliseconds. Lists may take their time before they begin. */
const PATIENCE = 120_000;
/** How much of what git complains about is kept, in UTF-16 units. */
const SAID = 2000;
const SHOWN = 300;

/** What git is asked. */
export interface GitRequest {
  /** Absolute path of the folder it works in. */
  readonly folder: string;
  readonly args: readonly string[];
  /** What it is handed as standard input. */
  readonly input?: string;
  /** What it is to do, as it follows “Git could not”. */
  readonly purpose: string;
  /** Exit codes that are answers and no failures; 0 always is. */
  readonly answers?: readonly number[];
  /** How long it may write nothing, in milliseconds. */
  readonly patience?: number;
}

/**
 * Runs git and hands on what it writes, piece by piece, while it writes it.
 * @param end what each piece ends with: a line end, or NUL where names may hold line ends
 * @param take called with each piece, decoded as UTF-8, without its end
 * @returns the exit code
 * @throws an `Error` that says what to do where git fails
 */
export async function readGit(request: GitRequest, end: '\n' | '\0', take: (piece: string) => void): Promise<number> {
  const { folder, args, input = '', purpose, answers = [], patience = PATIENCE } = request;
  await turnToStart();
  return new Promise((resolve, reject) => {
    const child = startGit(folder, args);
    const decoder = new StringDecoder('utf8');
    let [rest, said, isLate] = ['', '', false];
    const giveUp = (): void => {
      isLate = true;
      child.kill();
    };
    let timer = setTimeout(giveUp, patience);
    const finish = (error: Error | undefined, code: number): void => {
      clearTimeout(timer);
      if (error !== undefined) reject(error);
      else resolve(code);
    };
    // A system that has no more handles to give leaves a process without its pipes.
    child.stdout?.on('data', (data: Buffer) => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, patience);
      const pieces = (rest + decoder.write(data)).split(end);
      rest = pieces.pop() ?? '';
      for (const piece of pieces) take(piece);
    });
    child.stderr?.on('data', (data: Buffer) => {
      if (said.length < SAID) said += data.toString('utf8');
    });
    // Git may end without having read everything; its exit code says why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
    child.on('error', error => finish(notStarted(error, folder), -1));
    child.on('close', code => {
      if (rest !== '') take(rest);
      const isAnswer = code === 0 || (code !== null && answers.includes(code));
      finish(isAnswer ? undefined : isLate ? unanswered(purpose) : failed(purpose, said), code ?? -1);
    });
  });
}

/** All pieces that git writes; see `readGit`. */
export async function gitPieces(request: GitRequest, end: '\n' | '\0'): Promise<string[]> {
  const pieces: string[] = [];
  await readGit(request, end, piece => pieces.push(piece));
  return pieces;
}

function notStarted(error: NodeJS.ErrnoException, folder: string): Error {
  const message =
    error.code === 'ENOENT'
      ? `Git was not found, or the folder ${folder} is gone. Install git, and make sure that its folder is in the PATH.`
      : `Git could not be started: ${error.message}. Close some programs and try again.`;
  return new Error(message, { cause: error });
}

function unanswered(purpose: string): Error {
  return new Error(`Git could not ${purpose}: it did not answer. Please try again.`);
}

function failed(purpose: string, said: string): Error {
  const brief = said.trim().replace(/\s+/g, ' ').slice(0, SHOWN);
  const why = brief === '' ? 'it does not say why' : brief;
  return new Error(
    `Git could not ${purpose}: ${why}. “git fsck” in the folder of the study shows whether it is damaged.`,
  );
}
