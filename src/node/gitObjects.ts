import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { Answers } from './catFile.js';
import { startGit, turnToStart } from './gitProgram.js';

/** How long git is kept running after the last question, in milliseconds; a running one holds files of the repository open. */
const IDLE = 2000;
/** How long an answer may take, in milliseconds. */
const PATIENCE = 30_000;
/** In how many parts that time is counted. */
const PARTS = 10;
/** What git ends with where it cannot do what it is asked: outside a repository, or with a damaged object. */
const FATAL = 128;
/** In bytes; what is larger is no transcript, and a line of codings may name anything in the repository. */
const LARGEST = 64 * 1024 * 1024;
const ID = /^[0-9a-f]{12,64}$/;

/** Names are asked for one a line. */
const UNASKABLE = /[\0\r\n]/;

/** An object of a repository. */
export interface GitObject {
  /** All its hex digits. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

interface Question {
  /** What git is asked for, without the line end. */
  readonly object: string;
  readonly answer: (object: GitObject | undefined) => void;
  readonly fail: (error: Error) => void;
}

/**
 * Reads blobs and commits of a repository, through one git that answers question after question: to start one for every
 * object would cost more than all the reading. It writes nothing and never goes to a network, not even in a partial clone.
 * That git says that it has no such thing is an answer; that it says nothing is a failure, and never taken for that answer.
 */
export class GitObjects {
  private child: ChildProcessWithoutNullStreams | undefined;
  private waiting: Question[] = [];
  private answers = new Answers(LARGEST);
  /** How many gits in a row ended without having answered anything. */
  private silent = 0;
  private timer: NodeJS.Timeout | undefined;
  private isStarting = false;

  /**
   * @param folder absolute path of a folder in the repository
   * @param patience how long an answer may take, in milliseconds
   */
  constructor(
    private readonly folder: string,
    private readonly patience = PATIENCE,
  ) {}

  /**
   * The content of a blob.
   * @param id its id, or the first 12 hex digits at least
   * @returns undefined where git is missing, does not know it, or knows several; also where it is larger than any transcript
   * @throws where git does not answer, or is ended by something else
   */
  async read(id: string): Promise<Uint8Array | undefined> {
    return ID.test(id) ? (await this.object(`${id}^{blob}`))?.bytes : undefined;
  }

  /**
   * A commit as git stores it.
   * @param name an id, branch, tag, or whatever else git knows a commit by; it is never an argument, so it may be anything
   * @returns undefined where git is missing, or does not know one commit by that name
   * @throws as `read`
   */
  async commit(name: string): Promise<GitObject | undefined> {
    return name === '' || UNASKABLE.test(name) ? undefined : this.object(`${name}^{commit}`);
  }

  private object(object: string): Promise<GitObject | undefined> {
    return new Promise((answer, fail) => {
      const question = { object, answer, fail };
      this.waiting.push(question);
      if (this.child !== undefined) this.ask([question]);
      else if (!this.isStarting) void this.startInTurn();
    });
  }

  private async startInTurn(): Promise<void> {
    this.isStarting = true;
    await turnToStart();
    this.isStarting = false;
    this.ask(this.waiting);
  }

  private ask(questions: readonly Question[]): void {
    const child = this.child ?? this.start();
    this.watch();
    child.stdin?.write(questions.map(({ object }) => `${object}\n`).join(''));
  }

  private start(): ChildProcessWithoutNullStreams {
    const child = startGit(this.folder, ['cat-file', '--batch']);
    this.child = child;
    this.answers = new Answers(LARGEST);
    child.on('error', (error: NodeJS.ErrnoException) => this.end(child, error.code === 'ENOENT', error));
    child.on('close', code => this.end(child, code === FATAL));
    // A system that has no more handles to give leaves a process without its pipes.
    child.stdout?.on('data', (data: Buffer) => this.take(child, data));
    // Git may end without having read everything; how it ended says why.
    child.stdin?.on('error', () => undefined);
    child.stderr?.resume();
    return child;
  }

  private take(child: ChildProcessWithoutNullStreams, data: Buffer): void {
    if (child !== this.child) return;
    this.answers.add(data);
    for (let answer = this.answers.next(); answer !== undefined; answer = this.answers.next()) {
      this.silent = 0;
      this.waiting.shift()?.answer(answer.is === 'content' ? answer : undefined);
      if (answer.is !== 'too large') continue;
      // To let all of it pass by would take longer than another git.
      this.goOn(child);
      return;
    }
    this.watch();
  }

  /** Ends git once nobody has asked for a while, or when it does not answer. */
  private watch(): void {
    clearTimeout(this.timer);
    const isIdle = this.waiting.length === 0;
    if (isIdle) this.timer = setTimeout(() => this.giveUp(), IDLE);
    else this.wait(PARTS);
    // Neither the clock nor an idle git keeps a program from ending; one that is asked does.
    if (isIdle) this.timer?.unref();
    for (const end of [this.child, this.child?.stdin, this.child?.stdout, this.child?.stderr] as unknown as Ref[]) {
      if (isIdle) end?.unref?.();
      else end?.ref?.();
    }
  }

  /** In parts, between which is read what git has written: we may be what had no time, and not git. */
  private wait(parts: number): void {
    this.timer = setTimeout(
      () => (parts > 1 ? this.wait(parts - 1) : this.giveUp(unanswered('it did not answer'))),
      this.patience / PARTS,
    );
  }

  /**
   * Git ended by itself: what it was at is lost, and the rest is asked again, unless git never answers here.
   * @param isAnswer whether that says that it cannot give what it was asked for
   */
  private end(child: ChildProcessWithoutNullStreams, isAnswer: boolean, cause?: Error): void {
    if (child !== this.child) return;
    const error = isAnswer ? undefined : unanswered('it was ended by something else', cause);
    if (++this.silent > 1) this.giveUp(error);
    else {
      const [lost] = this.waiting.splice(0, 1);
      if (lost !== undefined) settle(lost, error);
      this.goOn(child);
    }
  }

  private giveUp(error?: Error): void {
    const child = this.child;
    for (const question of this.waiting.splice(0)) settle(question, error);
    if (child !== undefined) this.goOn(child);
  }

  /** Ends a git; another one answers what is waiting. */
  private goOn(child: ChildProcessWithoutNullStreams): void {
    clearTimeout(this.timer);
    this.child = undefined;
    child.kill();
    if (this.waiting.length > 0) this.ask(this.waiting);
    else this.silent = 0;
  }
}

/** What of a process keeps a program running: itself and its pipes. */
type Ref = { ref?(): void; unref?(): void } | undefined;

/** Answers that there is nothing, or fails. */
function settle({ answer, fail }: Question, error: Error | undefined): void {
  if (error === undefined) answer(undefined);
  else fail(error);
}

function unanswered(why: string, cause?: Error): Error {
  const message = `Git could not read the saved versions: ${why}. Please try again.`;
  return new Error(message, { cause });
}
