import { nameOf, PRESENCE } from './check.js';
import type { History } from './history.js';
import type { ExpectedFile, ExpectedSubject } from './merge.js';
import { isOtherPassage } from './readRecords.js';
import type { FileState, Respects } from './state.js';
import { type Kind, Successors } from './successors.js';

/** One side of a merge: a file as it has it, and its history. */
export interface LedgerSide {
  readonly state: FileState;
  readonly history: History;
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
  private writes = 0;

  /** Takes down what somebody wrote into a file, into the history of that person's version as well. */
  wrote(path: string, before: FileState, after: FileState, history: History): void {
    for (const subject of after.keys()) history.has(path, subject);
    for (const subject of new Set([...before.keys(), ...after.keys()])) {
      if (isDerived(subject)) continue;
      const [old, now] = [before.get(subject), after.get(subject)];
      const isBorn = old === undefined && !this.files.get(path)?.has(subject);
      const respects = this.respectsOf(path, subject);
      if (isBorn) continue;
      for (const [aspect, from, to] of changesOf(old, now, respects.keys()))
        this.follow(respects, aspect, from, to, isCarried(aspect, from, to, after) ? 'carried' : 'written', history);
    }
  }

  /**
   * Takes down what became of a file when two versions were put together, also into the history of what came of it.
   * @param into that of one of the sides; it is not taken for the other's, too, before all of that is here
   * @returns a sentence for all that came back, or went back, because a squash or a pick had cut a version off from its history
   */
  merged(
    path: string,
    expected: ExpectedFile,
    decided: { has(name: string): boolean },
    sides: readonly LedgerSide[],
    got: FileState,
    into: History,
  ): string[] {
    const cuts: string[] = [];
    const histories = sides.map(({ history }) => history);
    for (const [subject, one] of expected) {
      if (isDerived(subject) || !this.files.get(path)?.has(subject)) continue;
      const respects = this.respectsOf(path, subject);
      const changes = sides.flatMap(({ state, history }) => {
        const old = state.get(subject);
        if (old === undefined && !history.had(path, subject)) return [];
        return changesOf(old, got.get(subject), respects.keys()).map(([aspect, from, to]) => {
          // By its own history a merge cannot know better; only what cut that history off can be to blame.
          const isFollowing = aspect === 'moved' && ((to !== '' && !state.has(to)) || (from !== '' && !got.has(from)));
          return { aspect, from, to, isFollowing, history };
        });
      });
      // What went along with something on one side may be what follows from where somebody put it on the other one: it is taken down first.
      const [following, others] = [true, false].map(is => changes.filter(({ isFollowing }) => isFollowing === is));
      for (const { aspect, from, to } of following ?? []) {
        const values = this.successorsOf(respects, aspect);
        values.follow(from, to, ++this.writes);
        into.wrote(this.writes);
        // What somebody else wrote holds for that person; here it has followed all the same.
        if (one.is !== 'torn' && values.reaches(from, to, histories)) continue;
        const isWritten = one.is !== 'torn' && values.reaches(from, to);
        this.follow(respects, aspect, from, to, isWritten ? 'carried here' : 'carried', into);
      }
      for (const { aspect, from, to, history } of others ?? []) {
        const values = this.successorsOf(respects, aspect);
        if (one.is !== 'torn' && !isDecided(subject, one, aspect, decided)) {
          if (values.reaches(from, to, histories)) continue;
          // Nobody is bound by what was decided elsewhere; and who comes to the same from the same place has changed it.
          const isNews = histories.some(other => values.isNews(from, to, other, history));
          if (!isNews && values.reaches(to, from, histories))
            cuts.push(`${path}: ${subject}: ${aspect} is ${to} again, though ${from} was written over it`);
        }
        this.follow(respects, aspect, from, to, 'written', into);
      }
    }
    return cuts;
  }

  /** What is lost, or is not the last word, in the final state of a file. */
  notLast(path: string, final: FileState): string[] {
    const subjects = this.files.get(path) ?? new Map<string, Map<string, Successors>>();
    const unknown = [...final.keys()].filter(subject => !isDerived(subject) && !subjects.has(subject));
    const wrong = unknown.map(subject => `${path}: ${subject}: is there, though nobody wrote it`);
    for (const [subject, respects] of subjects) {
      const now = final.get(subject);
      if (now === undefined && !respects.get(PRESENCE)?.has(THERE, GONE))
        wrong.push(`${path}: ${subject}: is lost, though nobody took it away`);
      for (const [aspect, values] of respects) {
        if (now === undefined && aspect !== PRESENCE) continue;
        const value = aspect === PRESENCE ? presence(now) : (withParagraphs(now ?? new Map()).get(aspect) ?? UNSAID);
        for (const next of values.next(value)) {
          if (!values.reaches(next, value))
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

  /** What was written in a respect. What nothing was said of so far came and went with its subject. */
  private successorsOf(respects: Map<string, Successors>, aspect: string): Successors {
    const unsaid = (presence: string): string => (presence === THERE ? UNSAID : presence);
    const values = respects.get(aspect) ?? respects.get(PRESENCE)?.as(unsaid) ?? new Successors();
    respects.set(aspect, values);
    return values;
  }

  private follow(
    respects: Map<string, Successors>,
    aspect: string,
    from: string,
    to: string,
    kind: Kind,
    history: History,
  ): void {
    history.wrote(this.successorsOf(respects, aspect).add(from, to, kind, () => ++this.writes));
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
  aspects.delete(PRESENCE);
  aspects.add(PRESENCE);
  return [...aspects].flatMap(aspect => {
    const [from, to] = [value(old, aspect), value(now, aspect)];
    return from === to ? [] : [[aspect, from, to] as [string, string, string]];
  });
}
