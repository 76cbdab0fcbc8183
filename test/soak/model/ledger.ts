import { nameOf, PRESENCE } from './check.js';
import type { ExpectedFile } from './merge.js';
import type { FileState, Respects } from './state.js';

/** Values that were written over a value. */
type Successors = Map<string, Set<string>>;

/** One side of a merge: a file as it has it, and whether it, or anything before it, ever had a subject of that file. */
export interface LedgerSide {
  readonly state: FileState;
  knew(subject: string): boolean;
}

const GONE = '(gone)';
const THERE = '(there)';
const UNSAID = '(nothing said)';

/**
 * Everything that anybody ever wrote, kept outside the repositories: which value was written over which. At the end the last word must stand:
 * nothing may stand there that was replaced by something that was never replaced by it in turn.
 */
export class Ledger {
  /** By file, subject and respect. */
  private readonly files = new Map<string, Map<string, Map<string, Successors>>>();
  /** How often something came back, or went back, because a squash or a pick had cut a version off from its history. */
  cuts = 0;

  /** Takes down what somebody wrote into a file. */
  wrote(path: string, before: FileState, after: FileState): void {
    for (const subject of new Set([...before.keys(), ...after.keys()])) {
      if (isDerived(subject)) continue;
      const [old, now] = [before.get(subject), after.get(subject)];
      const isBorn = old === undefined && !this.files.get(path)?.has(subject);
      const respects = this.respectsOf(path, subject);
      if (isBorn) continue;
      for (const [aspect, from, to] of changesOf(old, now, respects.keys())) follow(respects, aspect, from, to);
    }
  }

  /** Takes down what became of a file when two versions were put together. */
  merged(
    path: string,
    expected: ExpectedFile,
    decided: { has(name: string): boolean },
    sides: readonly LedgerSide[],
    got: FileState,
  ): void {
    for (const [subject, one] of expected) {
      if (isDerived(subject) || !this.files.get(path)?.has(subject)) continue;
      const respects = this.respectsOf(path, subject);
      for (const { state, knew } of sides) {
        const old = state.get(subject);
        if (old === undefined && !knew(subject)) continue;
        for (const [aspect, from, to] of changesOf(old, got.get(subject), respects.keys())) {
          if (one.is !== 'torn' && !decided.has(nameOf({ subject, aspect }))) {
            if (reaches(respects, aspect, from, to)) continue;
            // What stands elsewhere because that which holds it went or came was not moved. By its own history a merge cannot know better; only what cut that history off can be to blame.
            const isFollowing =
              aspect === 'moved' && ((to !== '' && !state.has(to)) || (from !== '' && !got.has(from)));
            if (!isFollowing && reaches(respects, aspect, to, from)) this.cuts++;
          }
          follow(respects, aspect, from, to);
        }
      }
    }
  }

  /** What is lost, or is not the last word, in the final state of a file. */
  notLast(path: string, final: FileState): string[] {
    const wrong: string[] = [];
    for (const [subject, respects] of this.files.get(path) ?? []) {
      const now = final.get(subject);
      if (now === undefined && !respects.get(PRESENCE)?.get(THERE)?.has(GONE))
        wrong.push(`${path}: ${subject}: is lost, though nobody took it away`);
      for (const [aspect, values] of respects) {
        if (now === undefined && aspect !== PRESENCE) continue;
        const value = aspect === PRESENCE ? presence(now) : (now?.get(aspect) ?? UNSAID);
        for (const next of values.get(value) ?? []) {
          if (!reaches(respects, aspect, next, value))
            wrong.push(`${path}: ${subject}: ${aspect} is ${value}, though ${next} was written over it`);
        }
      }
    }
    return wrong;
  }

  /** Files that anything was ever written into. */
  paths(): Iterable<string> {
    return this.files.keys();
  }

  /** How many subjects there ever were. */
  get size(): number {
    return [...this.files.values()].reduce((sum, subjects) => sum + subjects.size, 0);
  }

  private respectsOf(path: string, subject: string): Map<string, Successors> {
    const subjects = this.files.get(path) ?? new Map<string, Map<string, Successors>>();
    this.files.set(path, subjects);
    const respects = subjects.get(subject) ?? new Map<string, Successors>();
    subjects.set(subject, respects);
    return respects;
  }
}

/** What follows from the entries of a codebook has no last word of its own. */
function isDerived(subject: string): boolean {
  return /^(?:where|record) /.test(subject);
}

function presence(respects: Respects | undefined): string {
  return respects === undefined ? GONE : THERE;
}

function follow(respects: Map<string, Successors>, aspect: string, from: string, to: string): void {
  const values: Successors = respects.get(aspect) ?? new Map();
  respects.set(aspect, values);
  values.set(from, (values.get(from) ?? new Set()).add(to));
}

/** Whether a value was, in one step or many, written over another. */
function reaches(respects: ReadonlyMap<string, Successors>, aspect: string, from: string, to: string): boolean {
  const values = respects.get(aspect);
  const seen = new Set([from]);
  for (const at of seen) {
    if (at === to) return true;
    for (const next of values?.get(at) ?? []) seen.add(next);
  }
  return false;
}

/** What changed, respect by respect. Where the whole subject came or went, so did everything that was ever said of it. */
function changesOf(
  old: Respects | undefined,
  now: Respects | undefined,
  known: Iterable<string>,
): [string, string, string][] {
  const value = (respects: Respects | undefined, aspect: string): string => {
    if (respects === undefined) return GONE;
    return aspect === PRESENCE ? THERE : (respects.get(aspect) ?? UNSAID);
  };
  const aspects = new Set([PRESENCE, ...known, ...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...aspects].flatMap(aspect => {
    const [from, to] = [value(old, aspect), value(now, aspect)];
    return from === to ? [] : [[aspect, from, to] as [string, string, string]];
  });
}
