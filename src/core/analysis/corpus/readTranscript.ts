import type { Anchors } from '../../anchoring/anchors.js';
import type { Coding } from '../../coding/coding.js';
import { transcriptName } from '../../study/layout.js';
import type { Study } from '../../study/study.js';
import { compareTexts } from '../../text/compare.js';
import { LineStarts } from '../../text/lines.js';
import type { Span } from '../../text/span.js';
import { speakerKey } from '../../transcript/names.js';
import { readable, speakersIn, turnsIn, wordStarts, words } from '../../transcript/query.js';
import { firstFrom } from '../../transcript/search.js';
import type { FrontMatter, Transcript } from '../../transcript/transcript.js';
import { participantsOf, type WhoSpeaks } from '../people.js';
import type { CorpusExcerpt, CorpusTranscript, Voice } from './corpus.js';
import { namesIn } from './names.js';

const NO_FRONT_MATTER: FrontMatter = { participants: [], interviewers: [], other: {} };

/** What is needed to say of a passage of a transcript what it is. */
interface Text {
  readonly transcript: Transcript;
  readonly anchors: Anchors;
  readonly lines: LineStarts;
  readonly who: WhoSpeaks;
}

/** Reads one transcript and places its codings; one that is gone, or cannot be read, has codings without a place. */
export async function readCorpusTranscript(study: Study, path: string): Promise<CorpusTranscript> {
  const transcript = await study.transcripts.glance(path).catch(() => undefined);
  const who = participantsOf(study, transcript?.frontMatter);
  const text = transcript && {
    transcript,
    anchors: await study.places.in(path, transcript),
    lines: new LineStarts(transcript.text),
    who,
  };
  const excerpts: CorpusExcerpt[] = [];
  const result: CorpusTranscript = {
    path,
    name: transcriptName(path),
    missing: transcript === undefined,
    frontMatter: transcript?.frontMatter ?? NO_FRONT_MATTER,
    length: transcript?.points.length ?? 0,
    bodyStart: transcript?.bodyStart ?? 0,
    turns: (transcript?.turns ?? []).map(({ speaker, body }) => {
      const count = words(transcript as Transcript, body);
      return speaker === undefined ? { body, words: count } : spokenBy(speaker, who, { body, words: count });
    }),
    wordStarts: transcript === undefined ? new Uint32Array() : wordStarts(transcript),
    excerpts,
  };
  for (const { coder, codings } of study.index.filesOf(path)) {
    for (const coding of codings) excerpts.push(excerptOf(text, result, coder, coding));
  }
  excerpts.sort(comparePlaces);
  // Whoever asks for the names of a study finds them there.
  namesIn(result);
  return result;
}

/** @param said what is known of it besides */
function spokenBy<T extends object>(speaker: string, who: WhoSpeaks, said: T): T & Omit<Voice, 'words'> {
  const participant = who(speaker);
  return participant === undefined ? Object.assign(said, { speaker }) : Object.assign(said, { speaker, participant });
}

// There are tens of thousands of these, and questions go through all of them: objects that a literal spreads others into would each
// have a shape of their own, which makes every look at them a hundred times as slow.
function excerptOf(text: Text | undefined, transcript: CorpusTranscript, coder: string, coding: Coding): CorpusExcerpt {
  const { outcome, span } = text?.anchors.resolve(coding) ?? { outcome: 'orphan' as const, span: undefined };
  if (text === undefined || span === undefined) {
    const quote = coding.quote.replace(/\s+/g, ' ').trim();
    return { coding, coder, transcript, outcome, voices: [], participants: [], text: quote, words: 0 };
  }
  const voices = voicesIn(text, span);
  const participants = [...new Set(voices.map(({ participant }) => participant).filter(one => one !== undefined))];
  const line = text.lines.lineAt(text.transcript.points.toUtf16(span.start)) + 1;
  const shown = readable(text.transcript, span);
  const count = words(text.transcript, span);
  const turns = turnsOf(text.transcript, span);
  return turns === undefined
    ? { coding, coder, transcript, outcome, voices, participants, text: shown, words: count, span, line }
    : { coding, coder, transcript, outcome, voices, participants, text: shown, words: count, span, line, turns };
}

/** The first and the last turn of which a span has something that is said. */
function turnsOf({ turns }: Transcript, span: Span): CorpusExcerpt['turns'] {
  let first = firstFrom(turns, span.start);
  while (turns[first] !== undefined && (turns[first]?.body.end ?? 0) <= span.start) first++;
  let last = first - 1;
  while ((turns[last + 1]?.body.start ?? span.end) < span.end) last++;
  return last < first ? undefined : { first, last };
}

function voicesIn({ transcript, who }: Text, span: Span): Voice[] {
  const speakers = speakersIn(transcript, span);
  const isAllLabelled = turnsIn(transcript, span).every(({ speaker }) => speaker !== undefined);
  if (speakers.length === 1 && isAllLabelled)
    return [spokenBy(speakers[0] as string, who, { words: words(transcript, span) })];
  const counts = new Map(speakers.map(speaker => [speakerKey(speaker), 0]));
  for (let i = firstFrom(transcript.turns, span.start); i < transcript.turns.length; i++) {
    const { speaker, body } = transcript.turns[i] as Transcript['turns'][number];
    if (body.start >= span.end) break;
    const key = speaker === undefined ? '' : speakerKey(speaker);
    const said = { start: Math.max(span.start, body.start), end: Math.min(span.end, body.end) };
    if (said.start < said.end && counts.has(key)) counts.set(key, (counts.get(key) ?? 0) + words(transcript, said));
  }
  return speakers.map(speaker => spokenBy(speaker, who, { words: counts.get(speakerKey(speaker)) ?? 0 }));
}

function comparePlaces(a: CorpusExcerpt, b: CorpusExcerpt): number {
  const [x, y] = [a, b].map(({ span, coding: { at } }) => span ?? { start: at[0], end: at[1] }) as [Span, Span];
  return x.start - y.start || x.end - y.end || compareTexts(a.coder, b.coder) || compareTexts(a.coding.id, b.coding.id);
}
