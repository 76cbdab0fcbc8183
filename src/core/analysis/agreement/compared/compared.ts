import type { Span } from '../../../text/span.js';
import type { CorpusExcerpt, CorpusTranscript } from '../../corpus/corpus.js';
import type { AgreementUnit, NotCompared } from '../agreement.js';
import type { Ruler } from './ruler.js';

/** A code that somebody used. */
export interface ComparedCode {
  /** The id it goes by today. */
  readonly id: string;
  readonly label: string;
  /** How deep it stands in the codebook, from 0; missing where the codebook does not know it. */
  readonly depth?: number | undefined;
  /** Ids of the themes it is in, the nearest first. */
  readonly themes: readonly string[];
}

/** A coding and the units it has something of. */
export interface Mark {
  readonly at: Span;
  readonly excerpt: CorpusExcerpt;
}

/** The marks of each coder with something, by position; coders without any are missing. */
export type MarksByCoder = ReadonlyMap<string, readonly Mark[]>;

/** A transcript that at least two coders coded. */
export interface ComparedTranscript {
  readonly transcript: CorpusTranscript;
  /** Who coded it; sorted. */
  readonly coders: readonly string[];
  readonly ruler: Ruler;
  /** By code, as it goes today. */
  readonly marks: ReadonlyMap<string, MarksByCoder>;
}

/** Everything that is compared. */
export interface Compared {
  readonly unit: AgreementUnit;
  readonly inScope: boolean;
  /** Everybody who is compared with somebody; sorted. */
  readonly coders: readonly string[];
  readonly transcripts: readonly ComparedTranscript[];
  /** Those that are used in the transcripts, in the order of the codebook, then those it does not know. */
  readonly codes: readonly ComparedCode[];
  readonly left: NotCompared;
  readonly complete: boolean;
}
