import { scopeSignature } from '../../codebook/scope.js';
import type { Span } from '../../text/span.js';
import { speakerKey } from '../../transcript/names.js';
import type { Corpus, CorpusTranscript } from '../corpus/corpus.js';
import { wordsWithin } from '../corpus/wordsWithin.js';
import { interviewersOf } from '../people.js';

/** How many words were said, and how many of them in scope. */
export interface Said {
  readonly words: number;
  readonly inScope: number;
}

export const NOTHING: Said = { words: 0, inScope: 0 };

/** What a participant says in a transcript. */
export interface ParticipantSaid extends Said {
  /** Whether a turn of theirs reaches into what is in scope. */
  readonly isMet: boolean;
}

/** Who says how much in one transcript. */
export interface TranscriptVoices {
  readonly all: Said;
  readonly participants: Said;
  readonly people: ReadonlyMap<string, ParticipantSaid>;
  /** Those whom nobody declared and who do not ask, by what their labels are compared as. */
  readonly undeclared: ReadonlyMap<string, { readonly speaker: string; readonly words: number }>;
  /** Whether labels say who speaks. */
  readonly isLabelled: boolean;
}

/** A transcript of a corpus never changes, but what is in scope may be marked by other codes. */
const known = new WeakMap<CorpusTranscript, { readonly scopes: string; readonly voices: TranscriptVoices }>();

/** Who says how much in a transcript; worked out once as long as the transcript and the codes of the scope stay. */
export function voicesOf(corpus: Corpus, transcript: CorpusTranscript): TranscriptVoices {
  const scopes = scopeSignature(corpus.study.codebook);
  const found = known.get(transcript);
  if (found?.scopes === scopes) return found.voices;
  const voices = listen(corpus, transcript);
  known.set(transcript, { scopes, voices });
  return voices;
}

/** The same of two of them together. */
export function plus(a: Said, b: Said): Said {
  return { words: a.words + b.words, inScope: a.inScope + b.inScope };
}

function listen(corpus: Corpus, transcript: CorpusTranscript): TranscriptVoices {
  const asks = interviewersOf(corpus.study, transcript.frontMatter);
  const inScope = scopeCounter(transcript, corpus.scopeOf(transcript));
  // A transcript has thousands of turns: they are added up in place.
  const people = new Map<string, { words: number; inScope: number; isMet: boolean }>();
  const undeclared = new Map<string, { speaker: string; words: number }>();
  const [all, participants] = [{ ...NOTHING }, { ...NOTHING }];
  let isLabelled = false;
  for (const { speaker, participant, body, words } of transcript.turns) {
    const { count, isMet } = inScope(body);
    addTo(all, words, count);
    isLabelled ||= speaker !== undefined;
    if (speaker === undefined || words === 0) continue;
    if (participant !== undefined) {
      addTo(participants, words, count);
      const said = people.get(participant) ?? { ...NOTHING, isMet: false };
      addTo(said, words, count);
      said.isMet ||= isMet;
      people.set(participant, said);
    } else if (!asks(speaker)) {
      const key = speakerKey(speaker);
      const said = undeclared.get(key) ?? { speaker, words: 0 };
      said.words += words;
      undeclared.set(key, said);
    }
  }
  return { all, participants, people, undeclared, isLabelled };
}

function addTo(sum: { words: number; inScope: number }, words: number, inScope: number): void {
  sum.words += words;
  sum.inScope += inScope;
}

/** Counts the words of turns that are in scope; turns are to be asked for in their order. */
function scopeCounter(transcript: CorpusTranscript, scope: readonly Span[]) {
  let next = 0;
  return (body: Span): { readonly count: number; readonly isMet: boolean } => {
    while ((scope[next]?.end ?? Number.POSITIVE_INFINITY) <= body.start) next++;
    let count = 0;
    let isMet = false;
    for (let i = next; i < scope.length; i++) {
      const { start, end } = scope[i] as Span;
      if (start >= body.end) break;
      isMet = true;
      count += wordsWithin(transcript, { start: Math.max(start, body.start), end: Math.min(end, body.end) });
    }
    return { count, isMet };
  };
}
