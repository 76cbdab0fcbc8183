import type { Candidate, Resolution } from '../anchoring/resolution.js';
import type { Anchored } from '../coding/coding.js';
import { LineStarts } from '../text/lines.js';
import type { Span } from '../text/span.js';
import type { DiffPart } from '../text/wordDiff.js';
import { speakersIn } from '../transcript/query.js';
import type { Transcript } from '../transcript/transcript.js';
import type { ContextTurn } from './excerptContext.js';
import {
  comparedTurns,
  plainTurns,
  type ReviewTurn,
  turnsAround,
  turnsInContext,
  turnsOfQuote,
  withWordsOf,
} from './reviewPassage.js';
import { type SameSides, sameSides } from './surroundings.js';

/** A place that a passage may have today, as a reader sees it. */
export interface ReviewPlace {
  /** Path of the transcript it is in. */
  readonly transcript: string;
  /** In code points of that transcript. */
  readonly span: Span;
  /** Line of its start in the file, from 1. */
  readonly line: number;
  readonly speakers: readonly string[];
  /** How much speaks for it, from 0 to 1; 1 where it is certain. */
  readonly score: number;
  /** On which sides the old neighbours stand. */
  readonly sides: SameSides;
  /** Today's words, and what stands around them. */
  readonly turns: readonly ReviewTurn[];
  /** For each turn of the old passage its words compared with these; missing where all words are the same. */
  readonly oldWords?: readonly (readonly DiffPart[])[];
}

/** What an entry of the review list shows of its passage. */
export interface ReviewPassage {
  readonly old: readonly ReviewTurn[];
  /** The likeliest first. */
  readonly places: readonly ReviewPlace[];
  /** How many further places there are that are not shown. */
  readonly morePlaces: number;
}

/** What is needed to show a passage. */
export interface PassageSources {
  /** Today's transcript; missing where the file is not there. */
  readonly today?: Transcript | undefined;
  /** The transcript as it was when the passage was coded, where that is known. */
  readonly past?: Transcript | undefined;
  /** Parses a text as the transcript of the record. */
  readonly parse: (text: string) => Transcript;
  /** Places in other transcripts. */
  readonly elsewhere: readonly { readonly transcript: Transcript; readonly place: Candidate }[];
}

/** How much of a passage is shown. */
export interface PassageWish {
  /** Surroundings: from 1, the more the wider. */
  readonly step: number;
  /** Places at most. */
  readonly most: number;
  /** Also places that much less speaks for than for the best one. */
  readonly wantsAll: boolean;
}

/** What has less than this share of the best place's score is shown when somebody asks for it. */
const WORTH = 0.6;

/** Lays out how the passage of a record was, and where it may be today. */
export function reviewPassage(
  record: Anchored,
  { span, candidates }: Resolution,
  sources: PassageSources,
  { step, most, wantsAll }: PassageWish,
): ReviewPassage {
  const old = turnsThen(record, sources, step);
  const { today } = sources;
  const here = span === undefined ? candidates : [{ ...span, score: 1 }];
  const all = [...(today === undefined ? [] : here.map(place => ({ transcript: today, place }))), ...sources.elsewhere];
  // What stands word for word in another transcript is likelier than what merely sounds alike in this one.
  if (sources.elsewhere.length > 0) all.sort((a, b) => b.place.score - a.place.score);
  const best = all[0]?.place.score ?? 0;
  const shown = all.filter(({ place }, i) => i < most && (wantsAll || place.score >= WORTH * best));
  return {
    old: plainTurns(old),
    places: shown.map(({ transcript, place }) => reviewPlace(record, old, transcript, place, step)),
    morePlaces: all.length - shown.length,
  };
}

function turnsThen(record: Anchored, { past, parse }: PassageSources, step: number): readonly ContextTurn[] {
  const [start, end] = record.at;
  if (past !== undefined && past.points.slice(start, end) === record.quote)
    return turnsAround(past, { start, end }, step);
  const quote = turnsOfQuote(parse, record.quote);
  // A record that was brought up to date keeps its old words with today's place.
  if (past !== undefined && start < end && end <= past.points.length)
    return withWordsOf(turnsAround(past, { start, end }, step), quote);
  return record.context === undefined ? quote : turnsInContext(parse, record.quote, record.context);
}

function reviewPlace(
  record: Anchored,
  old: readonly ContextTurn[],
  t: Transcript,
  { start, end, score }: Candidate,
  step: number,
): ReviewPlace {
  const span = { start, end };
  const compared = comparedTurns(old, turnsAround(t, span, step));
  return {
    transcript: t.path,
    span,
    line: linesOf(t).lineAt(t.points.toUtf16(start)) + 1,
    speakers: speakersIn(t, span),
    score,
    sides: sameSides(record, t.points, span),
    turns: compared.now,
    ...(compared.isSame ? {} : { oldWords: compared.old }),
  };
}

const lines = new WeakMap<Transcript, LineStarts>();

function linesOf(t: Transcript): LineStarts {
  const known = lines.get(t) ?? new LineStarts(t.text);
  lines.set(t, known);
  return known;
}
