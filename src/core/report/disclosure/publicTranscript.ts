import type { CorpusExcerpt, CorpusTranscript } from '../../analysis/corpus/corpus.js';
import type { Coding } from '../../coding/coding.js';
import { isEvidence } from '../../coding/evidence.js';
import { speakerKey } from '../../transcript/names.js';
import type { FrontMatter } from '../../transcript/transcript.js';
import type { TranscriptName } from './publicNames.js';
import { keptOf, type OutsideNames } from './publicPeople.js';
import { excerptText } from './publicText.js';

/** What is needed to make a transcript one that may leave. */
export interface Outside {
  readonly names: OutsideNames;
  readonly speaker: (label: string, participant?: string) => string;
  /** What the labels of a transcript are called outside. */
  readonly labelsIn: (transcript: CorpusTranscript) => (label: string) => string;
  readonly labels: ReadonlyMap<string, string>;
  readonly renamed: (text: string) => string;
  /** The same for a passage as it stands in a file, labels included. */
  readonly relabelled: (text: string) => string;
  /** Takes each excerpt with the one that leaves. */
  readonly excerpts: Map<CorpusExcerpt, CorpusExcerpt>;
}

/** A transcript with its excerpts as they may leave. */
export function publicTranscript(
  transcript: CorpusTranscript,
  name: TranscriptName,
  outside: Outside,
): CorpusTranscript {
  const { speaker, labelsIn, renamed, relabelled, names } = outside;
  const own: CorpusExcerpt[] = [];
  const result: CorpusTranscript = {
    ...transcript,
    path: name.name,
    name: name.name,
    frontMatter: publicFrontMatter(transcript.frontMatter, name, outside),
    turns: transcript.turns.map(turn => {
      if (turn.speaker === undefined) return turn;
      const { participant } = turn;
      const label = speaker(turn.speaker, participant);
      return { ...turn, speaker: label, ...(participant === undefined ? {} : { participant: names.of(participant) }) };
    }),
    excerpts: own,
  };
  if (name.name === transcript.path) Object.assign(result, { name: transcript.name });
  const labelOf = labelsIn(transcript);
  for (const excerpt of transcript.excerpts) {
    const text = excerpt.span === undefined ? relabelled(excerpt.text) : excerptText(excerpt, labelOf, renamed);
    const left: CorpusExcerpt = {
      ...excerpt,
      transcript: result,
      coding: publicCoding(excerpt.coding, text),
      voices: excerpt.voices.map(voice => ({
        ...voice,
        speaker: speaker(voice.speaker, voice.participant),
        ...(voice.participant === undefined ? {} : { participant: names.of(voice.participant) }),
      })),
      participants: [...new Set(excerpt.participants.map(names.of))],
      text,
    };
    own.push(left);
    outside.excerpts.set(excerpt, left);
  }
  return result;
}

/** A coding without what only the team needs: notes, surroundings, the version it was made in, keys nobody knows. */
function publicCoding({ code, at, evidence, orphan, created, id }: Coding, quote: string): Coding {
  return {
    code,
    quote,
    at,
    ...(isEvidence(evidence) ? { evidence } : {}),
    ...(orphan === undefined ? {} : { orphan }),
    ...(created === undefined ? {} : { created }),
    id,
  };
}

function publicFrontMatter(frontMatter: FrontMatter, { session }: TranscriptName, outside: Outside): FrontMatter {
  const { names, labels } = outside;
  const { participants, interviewers, other, date } = frontMatter;
  const single: Record<string, string> = {};
  for (const key of ['kind', 'site', 'language', 'duration'] as const) {
    const value = frontMatter[key];
    if (value !== undefined) single[key] = value;
  }
  if (date !== undefined) single.date = date;
  const asked = interviewers.map(name => labels.get(speakerKey(name)) ?? name);
  return {
    ...keptOf(single, names),
    participants: participants.map(names.of),
    interviewers: [...new Set(asked)],
    ...(session === undefined ? {} : { session }),
    other: keptOf(other, names),
  };
}
