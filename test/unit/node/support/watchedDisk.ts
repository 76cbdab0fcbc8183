import promises, { type FileHandle } from 'node:fs/promises';
import { callbacksAsPromises } from './callbackCalls.js';

/**
 * What becomes of a call to the file system: the process dies before or in it, or it fails, or writes half and does not say so (`SHORT`).
 * Undefined: it is made as ever.
 */
export type Fate = { readonly dies: 'before' | 'within' } | { readonly fails: string } | undefined;

/** A call to the file system, as a test decides about it. */
export interface Call {
  /** Such as `rename`, or `sync` of an open file. */
  readonly name: string;
  /** Counted from 1. */
  readonly number: number;
  /** Whether it changes the disk. */
  readonly writes: boolean;
  /** Whether it needs a handle for a file. */
  readonly opens: boolean;
}

/** What came of a piece of work. */
export type Outcome<T> = { readonly is: 'done'; readonly value: T } | { readonly is: 'dead' };

type AnyCall = (...args: unknown[]) => Promise<unknown>;

const READS = ['lstat', 'stat', 'readFile', 'readdir', 'realpath'];
const WRITES = ['writeFile', 'mkdir', 'rename', 'rm', 'rmdir', 'link', 'open'];
const OPENS = ['readFile', 'writeFile', 'open', 'readdir'];
const OF_HANDLE = ['writeFile', 'stat', 'sync', 'close'] as const;

/** A call that fails so has written half, and does not say so. */
export const SHORT = 'short';

/** So many bytes are never written in part. */
const AT_ONCE = 64;

/** An id that no process has. */
const NOBODY = 4_194_305;

/**
 * Does a piece of work as a process of its own would whose calls to the file system are counted, made to fail, or its last. Syncing is
 * counted and not done: nothing here cuts the power.
 * @param decide asked before each call
 */
export async function onWatchedDisk<T>(decide: (call: Call) => Fate, work: () => Promise<T>): Promise<Outcome<T>> {
  const disk = promises as unknown as Record<string, AnyCall>;
  const before = [...READS, ...WRITES].map(name => [name, disk[name] as AnyCall] as const);
  const pid = process.pid;
  const closing: (() => Promise<void>)[] = [];
  let count = 0;
  let isDead = false;
  let die = (): void => undefined;
  const death = new Promise<Outcome<T>>(resolve => {
    die = () => resolve({ is: 'dead' });
  });
  const watched =
    (name: string, make: AnyCall, isOfHandle = false): AnyCall =>
    async (...args) => {
      // Who is dead neither goes on nor hears of anything.
      if (isDead) return new Promise(() => undefined);
      const isReading = isOfHandle ? name === 'stat' || name === 'close' : READS.includes(name) || args[1] === 'r';
      const fate = decide({ name, number: ++count, writes: !isReading, opens: !isOfHandle && OPENS.includes(name) });
      const isShort = name === 'writeFile' && fate !== undefined && !('dies' in fate && fate.dies === 'before');
      if (isShort) await make(...halved(args, isOfHandle ? 0 : 1));
      if (fate === undefined) return make(...args);
      if ('fails' in fate && fate.fails === SHORT) return undefined;
      if ('fails' in fate) throw Object.assign(new Error(`${fate.fails}: asked for, ${name}`), { code: fate.fails });
      isDead = true;
      die();
      return new Promise(() => undefined);
    };
  const open = disk.open as AnyCall;
  for (const [name, make] of before) disk[name] = watched(name, make);
  disk.open = watched('open', async (...args) => {
    const handle = (await open(...args)) as FileHandle;
    closing.push(handle.close.bind(handle));
    const own = handle as unknown as Record<string, AnyCall>;
    for (const name of OF_HANDLE) {
      const make = name === 'sync' ? async () => undefined : handle[name].bind(handle);
      own[name] = watched(name, make as AnyCall, true);
    }
    return handle;
  });
  const putBack = callbacksAsPromises();
  Object.defineProperty(process, 'pid', { value: NOBODY });
  try {
    return await Promise.race([work().then(value => ({ is: 'done', value }) as const), death]);
  } finally {
    isDead = true;
    Object.defineProperty(process, 'pid', { value: pid });
    for (const [name, make] of before) disk[name] = make;
    putBack();
    // What the dead had open is closed for them.
    for (const close of closing) await close();
  }
}

/** Arguments of a call that writes, with the first half of what it was to write; a few bytes are written at once. */
function halved(args: unknown[], at: number): unknown[] {
  const bytes = Buffer.from(args[at] as string | Uint8Array);
  return args.with(at, bytes.subarray(0, bytes.length < AT_ONCE ? 0 : Math.floor(bytes.length / 2)));
}
