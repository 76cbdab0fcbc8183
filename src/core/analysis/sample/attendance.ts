import { common, type Span } from '../../text/span.js';
import { speakerKey } from '../../transcript/names.js';
import type { Corpus, CorpusTranscript } from '../corpus/corpus.js';
import { compareIds, interviewersOf, namedIn } from '../people.js';
import type { Session } from './sessions.js';

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
  const spoken = new Spoken(corpus);
  for (const transcript of transcripts) spoken.add(transcript, corpus.hasScope && isUnread(transcript.path));
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
    people: ids.map(id => spoken.attendance(id)),
    undeclared: [...spoken.undeclared.values()],
    words: all.words,
    participantWords: participants.words,
    ...(corpus.hasScope ? { scopeShare: shareOf(participants.words > 0 ? participants : all) } : {}),
  };
}

/** How many words were said, and how many of them in scope. */
interface Said {
  readonly words: number;
  readonly inScope: number;
}

const NOTHING: Said = { words: 0, inScope: 0 };

/** Who says how much in the transcripts of a session. */
class Spoken {
  readonly people = new Map<string, Said & { readonly isMet: boolean; readonly isUnread: boolean }>();
  /** By label. */
  readonly undeclared = new Map<string, { readonly speaker: string; readonly words: number }>();
  all = NOTHING;
  participants = NOTHING;
  private isLabelled = false;

  constructor(private readonly corpus: Corpus) {}

  add(transcript: CorpusTranscript, isUnread: boolean): void {
    const { corpus } = this;
    const asks = interviewersOf(corpus.study, transcript.frontMatter);
    const scope = corpus.scopeOf(transcript);
    for (const { speaker, participant, body, words } of transcript.turns) {
      const said = { words, inScope: common(scope, [body]).reduce((sum, span) => sum + wordsIn(transcript, span), 0) };
      this.all = plus(this.all, said);
      this.isLabelled ||= speaker !== undefined;
      if (speaker === undefined || words === 0) continue;
      if (participant !== undefined) {
        this.participants = plus(this.participants, said);
        const known = this.people.get(participant);
        this.people.set(participant, {
          ...plus(known ?? NOTHING, said),
          isMet: known?.isMet || corpus.isInScope(transcript, body),
          isUnread: known?.isUnread || isUnread,
        });
      } else if (!asks(speaker)) {
        const known = this.undeclared.get(speakerKey(speaker)) ?? { speaker, words: 0 };
        this.undeclared.set(speakerKey(speaker), { ...known, words: known.words + words });
      }
    }
  }

  attendance(id: string): Attendance {
    const said = this.people.get(id);
    if (said === undefined) return { id, presence: this.isLabelled ? 'silent' : 'unlabelled', ...NOTHING };
    const { words, inScope, isMet, isUnread } = said;
    return { id, presence: isMet ? 'took-part' : isUnread ? 'unread' : 'outside', words, inScope };
  }
}

function plus(a: Said, b: Said): Said {
  return { words: a.words + b.words, inScope: a.inScope + b.inScope };
}

function shareOf({ words, inScope }: Said): number {
  return words === 0 ? 0 : inScope / words;
}

/** How many words begin in a span. */
function wordsIn({ wordStarts }: CorpusTranscript, { start, end }: Span): number {
  return indexFrom(wordStarts, end) - indexFrom(wordStarts, start);
}

/** How many of some sorted numbers are smaller than one. */
function indexFrom(sorted: Uint32Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? value) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
