import type { History } from './history.js';

/** How a value came to stand where another one did. */
export type Kind =
  /** Somebody wrote it. */
  | 'written'
  /** It followed from something else that was written, so that it is no other value to a person. */
  | 'carried'
  /** So it did in one history; in another one somebody wrote it. */
  | 'carried here';

/** That one value stands where another one did: the number of the write, for each kind of which there was one. */
type Write = { readonly [K in Kind]?: number };
/** What is known of a respect of a subject: which value was written over which. */
export class Successors {
  private readonly after = new Map<string, Map<string, Write>>();
  private readonly before = new Map<string, Map<string, Write>>();
  /** Numbers of the times at which a value took the place of one that is the same to a person. */
  private readonly followed = new Map<string, number[]>();

  /** What was written over a value. */
  next(value: string): Iterable<string> {
    return this.after.get(value)?.keys() ?? [];
  }

  /** Whether a value was ever written over another one. */
  has(from: string, to: string): boolean {
    return this.after.get(from)?.has(to) === true;
  }

  /**
   * Takes down that a value stands where another one did.
   * @param number gives one to a write that was not there before
   */
  add(from: string, to: string, kind: Kind, number: () => number): number {
    const known = this.after.get(from)?.get(to) ?? {};
    const id = known[kind] ?? number();
    this.put(from, to, { ...known, [kind]: id });
    return id;
  }

  /** Takes down that a value took the place of one that is the same to a person. @param number of that time */
  follow(from: string, to: string, number: number): void {
    const name = JSON.stringify([from, to]);
    this.followed.set(name, [...(this.followed.get(name) ?? []), number]);
  }

  /** Whether a value took the place of another one in one history, and that is news to the other history. */
  isNews(from: string, to: string, history: History, other: History): boolean {
    const times = this.followed.get(JSON.stringify([from, to])) ?? [];
    return times.some(time => history.knows(time) && !other.knows(time));
  }

  /** The same with other values in place of these. */
  as(value: (of: string) => string): Successors {
    const made = new Successors();
    for (const [from, all] of this.after) for (const [to, write] of all) made.put(value(from), value(to), write);
    return made;
  }

  /**
   * Whether a value was, in one step or many, written over another one.
   * @param histories those in which it was; without them, whoever wrote it
   */
  reaches(from: string, to: string, histories?: readonly History[]): boolean {
    const isKnown = (write: number | undefined): boolean =>
      write !== undefined && (histories === undefined || histories.some(history => history.knows(write)));
    const seen = new Set([from]);
    for (const at of seen) {
      if (at === to) return true;
      for (const [next, write] of this.after.get(at) ?? []) if (Object.values(write).some(isKnown)) seen.add(next);
      // What was only carried is the same value still, until somebody has put it there, too.
      for (const [same, write] of this.before.get(at) ?? []) {
        const isCarried = isKnown(write.carried) || (histories !== undefined && isKnown(write['carried here']));
        if (isCarried && !isKnown(write.written)) seen.add(same);
      }
    }
    return false;
  }

  private put(from: string, to: string, write: Write): void {
    for (const [all, one, other] of [
      [this.after, from, to],
      [this.before, to, from],
    ] as const)
      all.set(one, (all.get(one) ?? new Map<string, Write>()).set(other, write));
  }
}
