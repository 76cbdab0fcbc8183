import type { Corpus, CorpusTranscript } from '../corpus/corpus.js';
import { compareIds, namedIn } from '../people.js';
import type { Session } from './sessions.js';
import { NOTHING, type ParticipantSaid, plus, type Said, type TranscriptVoices, voicesOf } from './voices.js';

/**
 * What a person did in a session, from most to least: spoke in scope; spoke in transcripts that nobody has read yet, so that what is
 * in scope is not known; spoke out of scope only; was named where labels do not say who speaks; was named and says nothing.
 */
export const PRESENCES = ['took-part', 'unread', 'outside', 'unlabelled', 'silent'] as const;

/** What a person did in a session. */
export type Presence = (typeof PRESENCES)[number];

/** The most that somebody did; `absent` where there is nothing. */
export function bestOf(presences: readonly Presence[]): Presence | 'absent' {
  return PRESENCES.find(one => presences.includes(one)) ?? 'absent';
}

/** A person in a session. */
export interface Attendance {
  readonly id: string;
  readonly presence: Presence;
  /** Words said there, in scope or not. */
  readonly words: number;
  /** Words of them that are in scope. */
  readonly inScope: number;
}

/** A session, with all that the sample says of it. */
export interface SampleSession {
  readonly name: string;
  /** Paths of its transcripts, sorted. */
  readonly transcripts: readonly string[];
  /** As the first of them writes it that gives one. */
  readonly kind?: string;
  /** As kinds are compared; empty where there is none. */
  readonly kindKey: string;
  /** The earliest. */
  readonly date?: string;
  /** All of them, in order. */
  readonly site?: string;
  /** By id, NP2 before NP11. */
  readonly people: readonly Attendance[];
  /** Labels that speak and that nobody declared, those who ask left out; by the order in which they speak. */
  readonly undeclared: readonly { readonly speaker: string; readonly words: number }[];
  /** All words that are said. */
  readonly words: number;
  /** Those that participants say. */
  readonly participantWords: number;
  /**
   * Which share of the words that participants say is in scope, from 0 to 1; of all that is said where no participant speaks.
   * Missing where the study has no scope.
   */
  readonly scopeShare?: number;
}

/**
 * @param listed ids that `participants.csv` says took part in it
 * @param isUnread whether nobody has looked at a transcript yet
 */
export function sampleSession(
  corpus: Corpus,
  { name, transcripts }: Session<CorpusTranscript>,
  listed: readonly string[],
  isUnread: (path: string) => boolean,
): SampleSession {
  const spoken = together(transcripts.map(transcript => voicesOf(corpus, transcript)));
  // Only those who speak where nobody has looked yet may still turn out to speak in scope.
  const open = corpus.hasScope ? transcripts.filter(({ path }) => isUnread(path)) : [];
  const unread = new Set(open.flatMap(transcript => [...voicesOf(corpus, transcript).people.keys()]));
  const presenceOf = (id: string): Presence => {
    const said = spoken.people.get(id);
    if (said === undefined) return spoken.isLabelled ? 'silent' : 'unlabelled';
    if (said.isMet) return 'took-part';
    return unread.has(id) ? 'unread' : 'outside';
  };
  const named = [...listed, ...transcripts.flatMap(({ frontMatter }) => namedIn(corpus.study, frontMatter))];
  const ids = [...new Set([...spoken.people.keys(), ...named])].sort(compareIds);
  const kind = transcripts.map(({ frontMatter }) => frontMatter.kind).find(one => one !== undefined);
  const [date] = transcripts.flatMap(({ frontMatter }) => frontMatter.date ?? []).sort();
  const sites = [...new Set(transcripts.flatMap(({ frontMatter }) => frontMatter.site ?? []))];
  const { all, participants } = spoken;
  return {
    name,
    transcripts: transcripts.map(({ path }) => path),
    ...(kind === undefined ? {} : { kind }),
    kindKey: (kind ?? '').toLowerCase().replace(/\s+/g, ' '),
    ...(date === undefined ? {} : { date }),
    ...(sites.length === 0 ? {} : { site: sites.join(', ') }),
    people: ids.map(id => {
      const { words, inScope } = spoken.people.get(id) ?? NOTHING;
      return { id, presence: presenceOf(id), words, inScope };
    }),
    undeclared: [...spoken.undeclared.values()],
    words: all.words,
    participantWords: participants.words,
    ...(corpus.hasScope ? { scopeShare: shareOf(participants.words > 0 ? participants : all) } : {}),
  };
}

/** The voices of all transcripts of a session. */
function together(voices: readonly TranscriptVoices[]): TranscriptVoices {
  const [only] = voices;
  if (voices.length === 1 && only !== undefined) return only;
  const people = new Map<string, ParticipantSaid>();
  const undeclared = new Map<string, { speaker: string; words: number }>();
  for (const each of voices) {
    for (const [id, said] of each.people) {
      const before = people.get(id);
      people.set(id, { ...plus(before ?? NOTHING, said), isMet: said.isMet || (before?.isMet ?? false) });
    }
    for (const [key, { speaker, words }] of each.undeclared) {
      const before = undeclared.get(key) ?? { speaker, words: 0 };
      undeclared.set(key, { ...before, words: before.words + words });
    }
  }
  return {
    all: voices.reduce((sum, each) => plus(sum, each.all), NOTHING),
    participants: voices.reduce((sum, each) => plus(sum, each.participants), NOTHING),
    people,
    undeclared,
    isLabelled: voices.some(each => each.isLabelled),
  };
}

function shareOf({ words, inScope }: Said): number {
  return words === 0 ? 0 : inScope / words;
}
