import type { Anchors } from '../anchoring/anchors.js';
import { type ReadingState, readingState } from '../reading/state.js';
import type { Study } from '../study/study.js';
import { compareTexts } from '../text/compare.js';
import type { Transcript } from '../transcript/transcript.js';
import { Coverage } from './coverage.js';
import { countOutcomes, inDoubt } from './outcomes.js';

/** How far one coder has come with one transcript. */
export interface CoderProgress {
  readonly coder: string;
  readonly state: ReadingState;
  readonly codings: number;
  /** Notes without a code. */
  readonly notes: number;
}

/** The same with what only the transcript's text tells. */
export interface CoderFigures extends CoderProgress {
  /** Share of what participants say in scope that the coder's codings cover, from 0 to 1. */
  readonly share: number;
  /** Codings that have no certain place in today's text. */
  readonly inDoubt: number;
  /** Codings whose wording was edited; their place is certain. */
  readonly changed: number;
}

/** Everybody who has a folder with something in it, sorted. */
export function codersOf(study: Study): string[] {
  const files = [...study.index.allFiles(), ...study.readings.allFiles()];
  return [...new Set(files.map(({ coder }) => coder))].sort(compareTexts);
}

/** How far a coder has come with a transcript, as far as is known without reading it. */
export function progressOf(study: Study, coder: string, transcript: string): CoderProgress {
  const codings = study.coderFiles.codings(coder, transcript);
  const { said, notes } = study.coderFiles.reading(coder, transcript);
  return { coder, state: readingState(said, codings), codings: codings.length, notes: notes.length };
}

/** How far coders have come with a transcript, in their order; where it is not there, nothing has a place in it. */
export function coderFigures(
  study: Study,
  coders: readonly string[],
  path: string,
  transcript: Transcript | undefined,
  anchors: Anchors | undefined,
): CoderFigures[] {
  const coverage = transcript && anchors && new Coverage(study, path, transcript, anchors);
  return coders.map(coder => {
    const files = study.index.filesOf(path).filter(file => file.coder === coder);
    const counts = countOutcomes(files, anchors);
    return {
      ...progressOf(study, coder, path),
      share: coverage?.share(study.coderFiles.codings(coder, path)) ?? 0,
      inDoubt: inDoubt(counts),
      changed: counts.changed,
    };
  });
}
