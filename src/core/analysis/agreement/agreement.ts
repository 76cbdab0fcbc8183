import type { Round } from '../../rounds/round.js';
import type { Span } from '../../text/span.js';
import type { CorpusExcerpt, CorpusTranscript } from '../corpus/corpus.js';

/** What two coders are compared on: every character, every sentence, or every turn. */
export const AGREEMENT_UNITS = ['character', 'sentence', 'turn'] as const;
export type AgreementUnit = (typeof AGREEMENT_UNITS)[number];

/** What a row of figures is about. */
export const ROW_KINDS = ['all', 'theme', 'code', 'transcript', 'pair'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** The coefficients, in the order in which they are shown. */
export const MEASURES = [
  'percent',
  'cohen',
  'scott',
  'fleiss',
  'alpha',
  'ac1',
  'anyAlpha',
  'uAlpha',
  'cuAlpha',
  'kuAlpha',
] as const;
export type MeasureName = (typeof MEASURES)[number];

/** What is to be compared. */
export interface AgreementOptions {
  readonly unit: AgreementUnit;
  /** Only what these coders coded; everybody without. */
  readonly coders?: readonly string[] | undefined;
  /** Only these codes, by the ids they go by today; all without. */
  readonly codes?: readonly string[] | undefined;
  /** Only what is marked as in scope. */
  readonly inScope?: boolean | undefined;
  /** Only the coders and transcripts of a blind round; who closed it has coded all of its transcripts. */
  readonly round?: Round | undefined;
  /** Which rows are wanted; all kinds without. */
  readonly rows?: readonly RowKind[] | undefined;
  /** How many resamples the intervals come from; 0 or nothing: no intervals. */
  readonly samples?: number | undefined;
  /** What the resamples are drawn from: the same seed gives the same intervals. */
  readonly seed?: number | undefined;
}

/** Where the middle 95 % of the resampled figures lie. */
export interface AgreementInterval {
  readonly low: number;
  readonly high: number;
  /** How many resamples gave a figure; others had nothing to tell apart. */
  readonly samples: number;
}

/** A figure, or why there is none. */
export type AgreementFigure =
  | {
      readonly value: number;
      /** Observed agreement, where the coefficient is made of it. */
      readonly observed?: number | undefined;
      /** Agreement to be expected by chance, as this coefficient understands chance. */
      readonly chance?: number | undefined;
      readonly interval?: AgreementInterval | undefined;
      readonly refused?: undefined;
    }
  | {
      readonly value?: undefined;
      /** Why there is no figure: a sentence. */
      readonly refused: string;
    };

/** How well some coders agree about something. */
export interface AgreementRow {
  readonly kind: RowKind;
  /** Id of the theme or code, path of the transcript, `A + B` of a pair, `all`. */
  readonly key: string;
  readonly label: string;
  /** How deep a code or theme stands in the codebook, from 0. */
  readonly depth?: number | undefined;
  /** Who is compared. */
  readonly coders: readonly string[];
  /** How many transcripts the row is about. */
  readonly transcripts: number;
  /** How many units were compared: characters, sentences or turns. */
  readonly units: number;
  /** How many codings stand in them. */
  readonly codings: number;
  /** How many codes were put together: 1 in the row of a code or theme. */
  readonly codes: number;
  /** What does not apply to a row, such as Fleiss’ kappa to two coders, is missing; what cannot be had says why. */
  readonly measures: Readonly<Partial<Record<MeasureName, AgreementFigure>>>;
  /** Set where one answer is so frequent that the coefficients mislead: a sentence. */
  readonly prevalence?: { readonly sentence: string } | undefined;
}

/** A transcript that at least two coders coded. */
export interface AgreementTranscript {
  readonly path: string;
  readonly name: string;
  readonly coders: readonly string[];
  /** How many units of it are compared. */
  readonly units: number;
}

/** What was not compared, and why. */
export interface NotCompared {
  /** Transcripts that one coder alone coded. */
  readonly alone: readonly { readonly path: string; readonly name: string; readonly coder: string }[];
  /** Transcripts that were coded, but are not there or have nothing that could be compared. */
  readonly empty: readonly { readonly path: string; readonly name: string }[];
  /** Codings without a certain place. */
  readonly inDoubt: number;
  /** Codings outside of what is compared: out of scope, or on labels. */
  readonly outside: number;
}

/** How well coders agree. */
export interface Agreement {
  readonly unit: AgreementUnit;
  /** Whether only what is in scope was compared. */
  readonly inScope: boolean;
  /** Everybody who is compared with somebody. */
  readonly coders: readonly string[];
  readonly transcripts: readonly AgreementTranscript[];
  readonly left: NotCompared;
  /** The row of everything first, then those of themes, codes, transcripts and pairs. Empty where nothing can be compared. */
  readonly rows: readonly AgreementRow[];
  /** How the intervals were made; missing where none were asked for. */
  readonly resampling?: { readonly samples: number; readonly seed: number; readonly blocks: number } | undefined;
  /** False where it was cancelled: something is missing. */
  readonly complete: boolean;
}

/**
 * How coders disagree about a passage. `only-one`: not all of them gave it the code, and the others gave it none; `other-code`: those who
 * did not gave it another one; `other-extent`: all of them gave it the code, but not to the same text.
 */
export const DISAGREEMENT_KINDS = ['only-one', 'other-code', 'other-extent'] as const;
export type DisagreementKind = (typeof DISAGREEMENT_KINDS)[number];

/** What one coder did with a passage about which coders disagree. */
export interface CodedBy {
  readonly coder: string;
  /** The coder's codings with the code; empty: the coder did not give it. */
  readonly excerpts: readonly CorpusExcerpt[];
  /** Where the coder did not give the code: codings with other codes on the same text. */
  readonly others: readonly CorpusExcerpt[];
}

/** A passage about which coders disagree. */
export interface Disagreement {
  /** Id of the code today, and what people call it. */
  readonly code: string;
  readonly label: string;
  readonly transcript: CorpusTranscript;
  /** All of the passage that anybody gave the code, in code points. */
  readonly span: Span;
  /** From 1. */
  readonly line: number;
  /** The words of the passage as a reader sees them. */
  readonly quote: string;
  readonly kind: DisagreementKind;
  /** How many units the coders disagree about. */
  readonly units: number;
  /** Everybody who coded the transcript and is compared, in order. */
  readonly by: readonly CodedBy[];
}
