/** A function of a profile, as V8 names it; line and column count from 0. */
export interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** A sampling profile as the inspector gives it. Times are in microseconds. */
export interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: CallFrame;
    readonly children?: readonly number[];
  }[];
  readonly startTime: number;
  readonly samples: readonly number[];
  /** Microseconds between each sample and the one before it. */
  readonly timeDeltas: readonly number[];
}

/** What was recorded of an extension host. */
export interface Recording {
  readonly profile: Profile;
  /** When the event loop came round, in microseconds of the same clock. */
  readonly ticks: readonly number[];
}

/** A stretch in which nothing else in the extension host had its turn. */
export interface Task {
  /** When it began, in microseconds. */
  readonly start: number;
  /** How long code of ours was at work in it, in milliseconds. */
  readonly ms: number;
  /** What of ours was called, and the function of ours that most of the time was spent in or below. */
  readonly entry: CallFrame;
  readonly dearest: CallFrame;
}

/** What ends a task: nothing is at work, or no JavaScript is. */
const PAUSES = new Set(['(idle)', '(program)', '(root)']);
/**
 * A sample stands for the time until the next, and for no more than this, in microseconds. The thread gets a sample whatever it does, also while
 * it collects garbage or waits for a disk; where it got none, the machine ran something else.
 */
const MOST_OF_A_SAMPLE = 1_000;

/** A node of the profile with what is asked of it. */
interface Known {
  readonly isPause: boolean;
  /** Its frames of ours, the outermost and the innermost; undefined where there is none. */
  readonly entry: CallFrame | undefined;
  readonly inner: CallFrame | undefined;
}

/** A task in the making. */
interface Open {
  readonly start: number;
  us: number;
  /** Microseconds by what they were spent in. */
  readonly entries: Map<CallFrame, number>;
  readonly inners: Map<CallFrame, number>;
}

/**
 * The tasks of a recording in which code of ours was at work, in their order. A task ends where the thread had nothing to do and where the event
 * loop came round. Garbage collection and code of others in it end nothing and do not count.
 */
export function tasksOf({ profile, ticks }: Recording, isOurs: (frame: CallFrame) => boolean): Task[] {
  const known = knownNodes(profile, isOurs);
  const tasks: Task[] = [];
  let open: Open | undefined;
  let tick = 0;
  let at = profile.startTime;
  const close = (): void => {
    if (open !== undefined) tasks.push(taskOf(open));
    open = undefined;
  };
  for (const [i, id] of profile.samples.entries()) {
    at += profile.timeDeltas[i] ?? 0;
    const before = tick;
    while (tick < ticks.length && (ticks[tick] as number) <= at) tick++;
    const node = known.get(id);
    if (tick > before || node === undefined || node.isPause) close();
    if (node?.entry === undefined || node.inner === undefined) continue;
    open ??= { start: at, us: 0, entries: new Map(), inners: new Map() };
    const us = Math.min(profile.timeDeltas[i + 1] ?? 0, MOST_OF_A_SAMPLE);
    open.us += us;
    add(open.entries, node.entry, us);
    add(open.inners, node.inner, us);
  }
  close();
  return tasks;
}

function knownNodes({ nodes }: Profile, isOurs: (frame: CallFrame) => boolean): Map<number, Known> {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map(child => [child, id] as const)));
  const byId = new Map(nodes.map(node => [node.id, node]));
  const known = new Map<number, Known>();
  const look = (id: number): Known => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const { callFrame } = byId.get(id) as Profile['nodes'][number];
    const parent = parents.get(id);
    const above = parent === undefined ? undefined : look(parent);
    const own = isOurs(callFrame) ? callFrame : undefined;
    // What V8 does itself has a name in brackets; garbage is collected below whatever function it interrupts.
    const isGarbage = callFrame.functionName === '(garbage collector)';
    const made = {
      isPause: PAUSES.has(callFrame.functionName),
      entry: isGarbage ? undefined : (above?.entry ?? own),
      inner: isGarbage ? undefined : (own ?? above?.inner),
    };
    known.set(id, made);
    return made;
  };
  for (const { id } of nodes) look(id);
  return known;
}

function taskOf({ start, us, entries, inners }: Open): Task {
  return { start, ms: us / 1000, entry: most(entries), dearest: most(inners) };
}

function add(map: Map<CallFrame, number>, frame: CallFrame, us: number): void {
  map.set(frame, (map.get(frame) ?? 0) + us);
}

function most(map: ReadonlyMap<CallFrame, number>): CallFrame {
  const [first] = [...map].reduce((best, each) => (each[1] > best[1] ? each : best));
  return first;
}
