import type { CodingFile } from '../coding/file.js';
import type { Study } from '../study/study.js';
import { speakerStats } from '../transcript/query.js';
import { type CoderFigures, coderFigures, codersOf } from './coderFigures.js';
import { saidByParticipants, shareOf } from './coverage.js';
import { countOutcomes, inDoubt } from './outcomes.js';
import { participantsOf } from './people.js';
import { type Relevance, relevanceOf } from './relevance.js';
import { scopedSpans } from './scope.js';

/** How much one speaker says in one transcript. */
export interface SpeakerRow {
  /** The label. */
  readonly speaker: string;
  readonly turns: number;
  readonly words: number;
  /** The participant the label stands for; missing for interviewers and speakers that nobody declared. */
  readonly participant?: string;
}

/** One transcript and its coding in figures. */
export interface TranscriptRow {
  readonly path: string;
  /** Coded, but the file is not there. */
  readonly missing: boolean;
  readonly kind?: string;
  /** As the front matter declares them. */
  readonly participants: readonly string[];
  readonly speakers: readonly SpeakerRow[];
  readonly codings: number;
  /** Codings of each coder, in the order of names. */
  readonly coders: ReadonlyMap<string, number>;
  /** Codings that have no certain place in today's text. */
  readonly inDoubt: number;
  /** Missing where the study has no scope. */
  readonly relevance?: Relevance;
  /** Share of what participants say that is in scope, from 0 to 1; missing where the study has no scope or the file is missing. */
  readonly scopeShare?: number;
  /** How far each coder of the study has come with it, in the order of names. */
  readonly progress: readonly CoderFigures[];
}

/** All transcripts of a study, sorted by path; reads each once and keeps none. */
export async function transcriptReport(study: Study): Promise<TranscriptRow[]> {
  const rows: TranscriptRow[] = [];
  const coders = codersOf(study);
  for (const path of study.transcriptPaths()) rows.push(await rowOf(study, path, coders));
  return rows;
}

async function rowOf(study: Study, path: string, coders: readonly string[]): Promise<TranscriptRow> {
  const files = study.index.filesOf(path).sort((a, b) => (a.coder < b.coder ? -1 : 1));
  const transcript = await study.transcripts.get(path);
  const anchors = transcript && (await study.places.in(path, transcript));
  const who = participantsOf(study, transcript?.frontMatter);
  const speakers = transcript === undefined ? [] : speakerStats(transcript);
  const scope = anchors && scopedSpans(study, path, anchors);
  const relevance = relevanceOf(study, path);
  return {
    path,
    missing: transcript === undefined,
    ...(transcript?.frontMatter.kind === undefined ? {} : { kind: transcript.frontMatter.kind }),
    participants: transcript?.frontMatter.participants ?? [],
    speakers: speakers.map(({ speaker, turns, words }) => {
      const participant = who(speaker);
      return { speaker, turns, words, ...(participant === undefined ? {} : { participant }) };
    }),
    codings: files.reduce((sum, file) => sum + file.codings.length, 0),
    coders: codingsPerCoder(files),
    inDoubt: inDoubt(countOutcomes(files, anchors)),
    ...(relevance === undefined ? {} : { relevance }),
    ...(scope === undefined || transcript === undefined
      ? {}
      : { scopeShare: shareOf(transcript, saidByParticipants(study, transcript), scope) }),
    progress: coderFigures(study, coders, path, transcript, anchors),
  };
}

function codingsPerCoder(files: readonly CodingFile[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { coder, codings } of files)
    if (codings.length > 0) counts.set(coder, (counts.get(coder) ?? 0) + codings.length);
  return counts;
}
