import type { ReadingState } from '../../reading/state.js';
import type { Study } from '../../study/study.js';
import type { Transcript } from '../../transcript/transcript.js';

/** What agreement needs to know of a study beyond what is in a corpus. */
export interface AgreementTexts {
  /** A transcript, parsed; undefined where it is not there. */
  transcript(path: string): Promise<Transcript | undefined>;
  /** What a coder said about how far they have come with a transcript; undefined where nothing was said. */
  said(coder: string, transcript: string): ReadingState | undefined;
  /** Everybody who said so of a transcript. */
  readers(transcript: string): readonly string[];
}

/** @param study what is seen of it is what can be compared: hidden work is in no figure */
export function agreementTexts(study: Pick<Study, 'transcripts' | 'coderFiles' | 'readings'>): AgreementTexts {
  return {
    transcript: path => study.transcripts.glance(path),
    said: (coder, transcript) => study.coderFiles.reading(coder, transcript).said?.state,
    readers: transcript => [...new Set(study.readings.filesOf(transcript).map(({ coder }) => coder))],
  };
}
