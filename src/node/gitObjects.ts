import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { Answers } from './catFile.js';
import { startGit } from './gitProgram.js';

/** How long git is kept running after the last question, in milliseconds; a running one holds files of the repository open. */
const IDLE = 2000;
/** How long an answer may take, in milliseconds. */
const TIMEOUT = 10_000;
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
}

/**
 * Reads blobs and commits of a repository, through one git that answers question after question: to start one for every
 * object would cost more than all the reading. It writes nothing and never goes to a network, not even in a partial clone.
 */
export class GitObjects {
  private child: ChildProcessWithoutNullStreams | undefined;
  private waiting: Question[] = [];
  private answers = new Answers(LARGEST);
  /** How many gits in a row ended without having answered anything. */
  private silent = 0;
  private timer: NodeJS.Timeout | undefined;

  /** @param folder absolute path of a folder in the repository */
  constructor(private readonly folder: string) {}

  /**
   * The content of a blob.
   * @param id its id, or the first 12 hex digits at least
   * @returns undefined where git is missing, does not know it, or knows several; also where it is larger than any transcript
   */
  async read(id: string): Promise<Uint8Array | undefined> {
    return ID.test(id) ? (await this.object(`${id}^{blob}`))?.bytes : undefined;
  }

  /**
   * A commit as git stores it.
   * @param name an id, branch, tag, or whatever else git knows a commit by; it is never an argument, so it may be anything
   * @returns undefined where git is missing, or does not know one commit by that name
   */
  async commit(name: string): Promise<GitObject | undefined> {
    return name === '' || UNASKABLE.test(name) ? undefined : this.object(`${name}^{commit}`);
  }

  private object(object: string): Promise<GitObject | undefined> {
    return new Promise(answer => {
      const question = { object, answer };
      this.waiting.push(question);
      this.ask([question]);
    });
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
    const end = (): void => this.end(child);
    child.on('error', end).on('close', end);
    // A system that has no more handles to give leaves a process without its pipes.
    child.stdout?.on('data', (data: Buffer) => this.take(child, data));
    child.stdin?.on('error', end);
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
    this.timer = setTimeout(() => this.giveUp(), isIdle ? IDLE : TIMEOUT);
    // Neither the clock nor an idle git keeps a program from ending; one that is asked does.
    if (isIdle) this.timer.unref();
    for (const end of [this.child, this.child?.stdin, this.child?.stdout, this.child?.stderr] as unknown as Ref[]) {
      if (isIdle) end?.unref?.();
      else end?.ref?.();
    }
  }

  /** Git ended by itself: what it was at is lost, and the rest is asked again, unless git never answers here. */
  private end(child: ChildProcessWithoutNullStreams): void {
    if (child !== this.child) return;
    if (++this.silent > 1) this.giveUp();
    else {
      this.waiting.shift()?.answer(undefined);
      this.goOn(child);
    }
  }

  private giveUp(): void {
    const child = this.child;
    for (const { answer } of this.waiting.splice(0)) answer(undefined);
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
