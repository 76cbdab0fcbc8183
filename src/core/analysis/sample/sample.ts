import { mapped, type Pieces } from '../../pieces.js';
import { compareTexts } from '../../text/compare.js';
import { putTo } from '../../text/grouped.js';
import type { Corpus, CorpusTranscript } from '../corpus/corpus.js';
import { compareIds, isInterviewer, roleKey } from '../people.js';
import { bestOf, type Presence, type SampleSession, sampleSession } from './attendance.js';
import { type LedgerRow, ledgerOf } from './ledger.js';
import { type Session, sessionFinder, sessionsOf } from './sessions.js';
import { type SampleSum, sumOf } from './sum.js';

export type { Presence, SampleSession } from './attendance.js';
export type { LedgerRow } from './ledger.js';

/** So many sessions are looked at in one piece. */
const PIECE = 20;

/** A person in the sample, or one who might have been. */
export interface SamplePerson {
  readonly id: string;
  /** Missing where `participants.csv` gives none. */
  readonly role?: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Whether `participants.csv` has the person. */
  readonly isListed: boolean;
  /** Names of sessions with what the person did there, in the order of the sessions. */
  readonly sessions: readonly { readonly name: string; readonly presence: Presence }[];
  /** The most that the person did in any session; `absent` where no session knows the person. */
  readonly presence: Presence | 'absent';
  /** Words said in all sessions, in scope or not. */
  readonly words: number;
  /** Words of them that are in scope. */
  readonly inScope: number;
}

/** The people of one role. */
export interface SampleGroup {
  /** As `participants.csv` has it; missing for those to whom it gives none. */
  readonly role?: string;
  readonly sum: SampleSum;
}

/** A kind of session. */
export interface SampleKind {
  /** As it is compared. */
  readonly key: string;
  /** As it is written first; empty where there is none. */
  readonly label: string;
}

/** Who took part in a study, where, and how that is counted. Those who ask are no part of it. */
export interface Sample {
  /** False where reading was cancelled: some transcripts are missing. */
  readonly complete: boolean;
  /** Whether only those count who speak where the study says it is about. */
  readonly hasScope: boolean;
  /** Whether `participants.csv` lists anybody who does not ask. */
  readonly hasList: boolean;
  /** Those with most sessions first. */
  readonly kinds: readonly SampleKind[];
  /** In the order of `participants.csv`; those without a role last. */
  readonly groups: readonly SampleGroup[];
  readonly total: SampleSum;
  readonly ledger: readonly LedgerRow[];
  /** By date, then path. */
  readonly sessions: readonly SampleSession[];
  /** By role as the groups are, then NP2 before NP11. */
  readonly people: readonly SamplePerson[];
}

/**
 * Works out the sample.
 * @param isUnread whether nobody has looked at a transcript yet, so that it is not known what in it is in scope
 */
export function* sampleOf(corpus: Corpus, isUnread: (path: string) => boolean = () => false): Pieces<Sample> {
  const { participants, config } = corpus.study;
  const groups = sessionsOf(corpus.transcripts);
  const listed = participants.list.filter(({ role }) => !isInterviewer(role));
  const find = sessionFinder(groups);
  const listedIn = new Map<Session<CorpusTranscript>, string[]>();
  for (const { id, sessions } of listed) {
    for (const name of sessions) {
      const [session, other] = find(name);
      // A name that may mean two sessions means none: that is among the problems.
      if (session !== undefined && other === undefined) listedIn.set(session, [...(listedIn.get(session) ?? []), id]);
    }
  }
  const sessions = yield* mapped(groups, PIECE, group =>
    sampleSession(corpus, group, listedIn.get(group) ?? [], isUnread),
  );
  sessions.sort(bySession);
  const kinds = kindsOf(sessions);
  yield;
  const people = peopleOf(corpus, sessions);
  yield;
  const order = kinds.map(({ key }) => key);
  const sumFor = (isOfGroup: (id: string) => boolean): SampleSum => {
    const attended = sessions.map(session => ({ kind: session.kindKey, people: tookPart(session).filter(isOfGroup) }));
    return sumOf(attended, order);
  };
  const roles = [...new Map(people.map(({ role }) => [roleKey(role), role])).entries()];
  const byId = new Map(people.map(person => [person.id, roleKey(person.role)]));
  const sampleGroups = roles.map(([key, role]) => ({
    ...(role === undefined ? {} : { role }),
    sum: sumFor(id => byId.get(id) === key),
  }));
  return {
    complete: corpus.complete,
    hasScope: corpus.hasScope,
    hasList: listed.length > 0,
    kinds,
    groups: sampleGroups,
    total: sumFor(() => true),
    ledger: ledgerOf(config.recruitment, people),
    sessions,
    people,
  };
}

/** Who took part in a session. */
function tookPart({ people }: SampleSession): string[] {
  return people.filter(({ presence }) => presence === 'took-part').map(({ id }) => id);
}

function bySession(a: SampleSession, b: SampleSession): number {
  // Those without a date come last; the sort keeps the order of paths.
  return compareTexts(a.date ?? '\uffff', b.date ?? '\uffff');
}

function kindsOf(sessions: readonly SampleSession[]): SampleKind[] {
  const counts = new Map<string, { key: string; label: string; count: number }>();
  for (const { kindKey: key, kind = '' } of sessions) {
    const known = counts.get(key) ?? { key, label: kind, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  const sorted = [...counts.values()].sort((a, b) => b.count - a.count || compareIds(a.key, b.key));
  return sorted.map(({ key, label }) => ({ key, label }));
}

/** What somebody did in a session. */
type PlaceInSession = SampleSession['people'][number] & Pick<SampleSession, 'name'>;

function peopleOf({ study: { participants } }: Corpus, sessions: readonly SampleSession[]): SamplePerson[] {
  const listed = participants.list.filter(({ role }) => !isInterviewer(role));
  const met = sessions.flatMap(({ people }) => people.map(({ id }) => id));
  const ids = [...new Set([...listed.map(({ id }) => id), ...met])];
  const roles = [...new Set(listed.map(({ role }) => roleKey(role)))].filter(key => key !== '');
  const rank = ({ role }: SamplePerson): number => (role === undefined ? roles.length : roles.indexOf(roleKey(role)));
  const places = new Map<string, PlaceInSession[]>();
  for (const { name, people } of sessions) for (const one of people) putTo(places, one.id, { name, ...one });
  const people = ids.map((id): SamplePerson => {
    const person = participants.find(id);
    const there = places.get(id) ?? [];
    return {
      id,
      ...(person?.role === undefined ? {} : { role: person.role }),
      attributes: person?.attributes ?? {},
      isListed: person !== undefined,
      sessions: there.map(({ name, presence }) => ({ name, presence })),
      presence: bestOf(there.map(({ presence }) => presence)),
      words: there.reduce((sum, { words }) => sum + words, 0),
      inScope: there.reduce((sum, { inScope }) => sum + inScope, 0),
    };
  });
  return people.sort((a, b) => rank(a) - rank(b) || compareIds(a.id, b.id));
}
