import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

/** How long git is kept running after the last question, in milliseconds; a running one holds files of the repository open. */
const IDLE = 2000;
/** How long an answer may take, in milliseconds. */
const TIMEOUT = 10_000;
const ID = /^[0-9a-f]{12,64}$/;

interface Question {
  readonly answer: (bytes: Uint8Array | undefined) => void;
}

/**
 * Reads blobs of a repository by their ids, through one git that answers question after question: to start one for every
 * blob would cost more than all the reading. It writes nothing and never goes to a network, not even in a partial clone.
 */
export class GitObjects {
  private child: ChildProcessWithoutNullStreams | undefined;
  private waiting: Question[] = [];
  private received: Buffer = Buffer.alloc(0);
  private timer: NodeJS.Timeout | undefined;

  /** @param folder absolute path of a folder in the repository */
  constructor(private readonly folder: string) {}

  /**
   * The content of a blob.
   * @param id its id, or the first 12 hex digits at least
   * @returns undefined where git is missing, does not know it, or knows several
   */
  read(id: string): Promise<Uint8Array | undefined> {
    if (!ID.test(id)) return Promise.resolve(undefined);
    return new Promise(resolve => {
      const child = this.child ?? this.start();
      this.waiting.push({ answer: resolve });
      this.watch();
      child.stdin.write(`${id}^{blob}\n`);
    });
  }

  private start(): ChildProcessWithoutNullStreams {
    const args = ['--no-optional-locks', '-c', 'protocol.allow=never', 'cat-file', '--batch'];
    const env = { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };
    const child = spawn('git', args, { cwd: this.folder, env, windowsHide: true });
    this.child = child;
    this.received = Buffer.alloc(0);
    child.stdout.on('data', (data: Buffer) => this.take(child, data));
    const end = (): void => this.end(child);
    child.on('error', end).on('close', end);
    child.stdin.on('error', end);
    child.stderr.resume();
    return child;
  }

  private take(child: ChildProcessWithoutNullStreams, data: Buffer): void {
    if (child !== this.child) return;
    this.received = this.received.length === 0 ? data : Buffer.concat([this.received, data]);
    for (let answer = nextAnswer(this.received); answer !== undefined; answer = nextAnswer(this.received)) {
      this.received = this.received.subarray(answer.length);
      this.waiting.shift()?.answer(answer.bytes);
    }
    this.watch();
  }

  /** Ends git once nobody has asked for a while, or when it does not answer. */
  private watch(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.child && this.end(this.child), this.waiting.length === 0 ? IDLE : TIMEOUT);
    // Neither the clock nor an idle git keeps a program from ending; one that is asked does.
    if (this.waiting.length === 0) this.timer.unref();
    for (const end of [this.child, this.child?.stdin, this.child?.stdout, this.child?.stderr] as unknown as Ref[]) {
      if (this.waiting.length === 0) end?.unref?.();
      else end?.ref?.();
    }
  }

  private end(child: ChildProcessWithoutNullStreams): void {
    if (child !== this.child) return;
    clearTimeout(this.timer);
    this.child = undefined;
    child.kill();
    for (const { answer } of this.waiting.splice(0)) answer(undefined);
  }
}

/** What of a process keeps a program running: itself and its pipes. */
type Ref = { ref?(): void; unref?(): void } | undefined;

/** The first whole answer in what git wrote, and how many bytes it takes; undefined where it is not whole yet. */
function nextAnswer(received: Buffer): { bytes: Uint8Array | undefined; length: number } | undefined {
  const lineEnd = received.indexOf(0x0a);
  if (lineEnd === -1) return undefined;
  const header = received.toString('latin1', 0, lineEnd);
  const size = /^[0-9a-f]+ blob (\d+)$/.exec(header)?.[1];
  // “missing” and “ambiguous” have no content.
  if (size === undefined) return { bytes: undefined, length: lineEnd + 1 };
  const end = lineEnd + 1 + Number(size);
  if (received.length <= end) return undefined;
  return { bytes: new Uint8Array(received.subarray(lineEnd + 1, end)), length: end + 1 };
}
