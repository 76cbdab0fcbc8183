import { nameOf, PRESENCE } from './check.js';
import type { ExpectedFile, ExpectedSubject } from './merge.js';
import { isOtherPassage } from './readRecords.js';
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
/** Begins the name of what stands for something else: places for others that are gone, and passages for those in an older version of the text. */
const SAME = '(same) ';

/**
 * Everything that anybody ever wrote, kept outside the repositories: which value was written over which. At the end the last word must stand:
 * nothing may stand there that was replaced by something that was never replaced by it in turn.
 */
export class Ledger {
  /** By file, subject and respect. */
  private readonly files = new Map<string, Map<string, Map<string, Successors>>>();

  /** Takes down what somebody wrote into a file. */
  wrote(path: string, before: FileState, after: FileState): void {
    for (const subject of new Set([...before.keys(), ...after.keys()])) {
      if (isDerived(subject)) continue;
      const [old, now] = [before.get(subject), after.get(subject)];
      const isBorn = old === undefined && !this.files.get(path)?.has(subject);
      const respects = this.respectsOf(path, subject);
      if (isBorn) continue;
      for (const [aspect, from, to] of changesOf(old, now, respects.keys()))
        follow(respects, aspect, from, to, isCarried(aspect, from, to, after));
    }
  }

  /**
   * Takes down what became of a file when two versions were put together.
   * @returns a sentence for all that came back, or went back, because a squash or a pick had cut a version off from its history
   */
  merged(
    path: string,
    expected: ExpectedFile,
    decided: { has(name: string): boolean },
    sides: readonly LedgerSide[],
    got: FileState,
  ): string[] {
    const cuts: string[] = [];
    for (const [subject, one] of expected) {
      if (isDerived(subject) || !this.files.get(path)?.has(subject)) continue;
      const respects = this.respectsOf(path, subject);
      const changes = sides.flatMap(({ state, knew }) => {
        const old = state.get(subject);
        if (old === undefined && !knew(subject)) return [];
        return changesOf(old, got.get(subject), respects.keys()).map(([aspect, from, to]) => {
          // By its own history a merge cannot know better; only what cut that history off can be to blame.
          const isFollowing = aspect === 'moved' && ((to !== '' && !state.has(to)) || (from !== '' && !got.has(from)));
          return { aspect, from, to, isFollowing };
        });
      });
      // What went along with something on one side may be what follows from where somebody put it on the other one: it is taken down first.
      const [following, others] = [true, false].map(is => changes.filter(({ isFollowing }) => isFollowing === is));
      for (const { aspect, from, to } of following ?? [])
        if (one.is === 'torn' || !reaches(respects, aspect, from, to)) follow(respects, aspect, from, to, true);
      for (const { aspect, from, to } of others ?? []) {
        if (one.is !== 'torn' && !isDecided(subject, one, aspect, decided)) {
          if (reaches(respects, aspect, from, to)) continue;
          if (reaches(respects, aspect, to, from))
            cuts.push(`${path}: ${subject}: ${aspect} is ${to} again, though ${from} was written over it`);
        }
        follow(respects, aspect, from, to);
      }
    }
    return cuts;
  }

  /** What is lost, or is not the last word, in the final state of a file. */
  notLast(path: string, final: FileState): string[] {
    const wrong: string[] = [];
    for (const [subject, respects] of this.files.get(path) ?? []) {
      const now = final.get(subject);
      if (now === undefined && !respects.get(PRESENCE)?.get(THERE)?.has(GONE))
        wrong.push(`${path}: ${subject}: is lost, though nobody took it away`);
      for (const [aspect, values] of respects) {
        if (aspect.startsWith(SAME) || (now === undefined && aspect !== PRESENCE)) continue;
        const value = aspect === PRESENCE ? presence(now) : (withParagraphs(now ?? new Map()).get(aspect) ?? UNSAID);
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

/**
 * Whether somebody was asked about a respect. What two versions each have of their own is one question for all of a kind, and where entries stand that
 * the sides put into each other is one about any of them.
 */
function isDecided(
  subject: string,
  one: ExpectedSubject,
  aspect: string,
  decided: { has(name: string): boolean },
): boolean {
  const respect = one.is === 'there' ? one.respects.get(aspect) : undefined;
  const isAsked = (about: string): boolean => decided.has(nameOf({ subject, aspect: about }));
  // Nothing can be said of which paragraph is the definition where these took turns: each of them is looked at as a paragraph.
  if (respect?.is === 'any') return true;
  // A definition may be a further paragraph elsewhere.
  if (respect?.is === 'paragraph') return isAsked('definition') || isAsked('text');
  if (respect === undefined && aspect.startsWith('text ')) return isAsked('definition');
  if (respect?.is === 'circle') return respect.of.some(id => decided.has(nameOf({ subject: id, aspect })));
  return isAsked(respect?.is === 'open' ? respect.kind : aspect);
}

/**
 * Whether a value that somebody wrote only goes along with something else that was written: an entry stands elsewhere because that which held it is
 * gone, or the same words of a passage stand elsewhere in another version of the text. Nobody would miss it.
 */
function isCarried(aspect: string, from: string, to: string, after: FileState): boolean {
  if ([from, to].some(value => value === GONE || value === UNSAID)) return false;
  return aspect === 'moved' ? from !== '' && !after.has(from) : aspect === 'passage' && !isOtherPassage(from, to);
}

function presence(respects: Respects | undefined): string {
  return respects === undefined ? GONE : THERE;
}

/**
 * Takes down that a value stands where another one did.
 * @param isFollowing whether nobody wrote it, so that it is no other value to a person
 */
function follow(
  respects: Map<string, Successors>,
  aspect: string,
  from: string,
  to: string,
  isFollowing = false,
): void {
  const values: Successors = respects.get(aspect) ?? unsaid(respects);
  respects.set(aspect, values);
  values.set(from, (values.get(from) ?? new Set()).add(to));
  const same: Successors = respects.get(SAME + aspect) ?? new Map();
  // Once somebody has put it there that holds, too.
  if (isFollowing) respects.set(SAME + aspect, same.set(to, (same.get(to) ?? new Set()).add(from)));
  else same.get(to)?.delete(from);
}

/** What is true of a respect of which nothing was said so far: that came and went with its subject. */
function unsaid(respects: ReadonlyMap<string, Successors>): Successors {
  const value = (presence: string): string => (presence === THERE ? UNSAID : presence);
  const all = [...(respects.get(PRESENCE) ?? [])];
  return new Map(all.map(([from, next]) => [value(from), new Set([...next].map(value))]));
}

/** Whether a value was, in one step or many, written over another. */
function reaches(respects: ReadonlyMap<string, Successors>, aspect: string, from: string, to: string): boolean {
  const values = respects.get(aspect);
  const seen = new Set([from]);
  for (const at of seen) {
    if (at === to) return true;
    for (const next of values?.get(at) ?? []) seen.add(next);
    for (const same of respects.get(SAME + aspect)?.get(at) ?? []) seen.add(same);
  }
  return false;
}

/** A definition is a paragraph as well: where two are kept, the second one becomes a further paragraph, and may be the first one again. */
function withParagraphs(respects: Respects): Respects {
  const definition = respects.get('definition');
  return definition === undefined ? respects : new Map([...respects, [`text ${JSON.parse(definition)}`, 'there']]);
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
  [old, now] = [old, now].map(respects => respects && withParagraphs(respects)) as [typeof old, typeof now];
  // That the subject comes or goes is last: what is said of it for the first time did not do so before.
  const aspects = new Set([...known, ...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  for (const aspect of aspects) if (aspect.startsWith(SAME)) aspects.delete(aspect);
  aspects.delete(PRESENCE);
  aspects.add(PRESENCE);
  return [...aspects].flatMap(aspect => {
    const [from, to] = [value(old, aspect), value(now, aspect)];
    return from === to ? [] : [[aspect, from, to] as [string, string, string]];
  });
}
