import { readFileSync } from 'node:fs';
import path from 'node:path';
import { codeSet } from '../../../../../src/core/analysis/agreement/measures/codeSets.js';
import type { Continuum } from '../../../../../src/core/analysis/agreement/measures/continuum.js';
import type { RatingPattern, Ratings } from '../../../../../src/core/analysis/agreement/measures/ratings.js';

type Answer = string | number | null | readonly string[];

/** The figures a case gives; those by category and by item under the names the file has for them. */
export type Figures = Readonly<Record<string, number | string | Readonly<Record<string, number>> | undefined>>;

export interface SegmentInput {
  readonly begin: number;
  readonly length: number;
  readonly valued: boolean;
}

interface SpanInput {
  readonly coder: string;
  readonly begin: number;
  readonly length?: number;
  readonly end?: number;
  readonly code: string;
}

export interface PublishedCase {
  readonly id: string;
  readonly name: string;
  readonly measure: string;
  readonly tolerance: number | null;
  readonly provenance: string;
  readonly params?: {
    readonly metric?: string;
    readonly weights?: string;
    readonly distance?: Readonly<Record<string, number>>;
    readonly labels?: readonly string[];
    readonly distance_matrix?: readonly (readonly number[])[];
    readonly alpha?: number;
    readonly beta?: number;
    readonly deltaEmpty?: number;
  };
  readonly input: {
    readonly kind: 'pair-counts' | 'units-by-coder' | 'spans' | 'unit-pair';
    readonly coders?: readonly string[] | number;
    readonly counts?: readonly (readonly [number, Answer, Answer])[];
    readonly units?: readonly (readonly Answer[])[];
    readonly declared_codes?: readonly string[];
    readonly continuum?: { readonly begin: number; readonly length: number };
    readonly spans?: readonly SpanInput[];
    readonly a?: SegmentInput;
    readonly b?: SegmentInput;
  };
  readonly expected: Figures;
  /** The same in full precision, by another implementation. */
  readonly recomputed?: Figures;
}

const FILE = path.join(import.meta.dirname, 'fixtures', 'published.json');

/** 105 worked examples from the literature and from the tests of other programs; each names its source. */
export const PUBLISHED: readonly PublishedCase[] = (
  JSON.parse(readFileSync(FILE, 'utf8')) as { readonly cases: readonly PublishedCase[] }
).cases;

/** The cases of a measure; at least one, so that a misspelt name fails. */
export function casesOf(measure: string): readonly PublishedCase[] {
  const cases = PUBLISHED.filter(each => each.measure === measure);
  if (cases.length === 0) throw new Error(`no published case of ${measure}`);
  return cases;
}

/** Sets of codes become the answers that `codeSet` makes, numbers their text. */
const answer = (value: Answer): string | null =>
  value === null ? null : typeof value === 'object' ? codeSet(value) : String(value);

/** The ratings of a case; one pattern a unit, or one a cell of the table. */
export function ratingsOf({ input }: PublishedCase): Ratings {
  const cells = (input.counts ?? []).map(([count, a, b]): RatingPattern => ({ values: [answer(a), answer(b)], count }));
  const units = (input.units ?? []).map((values): RatingPattern => ({ values: values.map(answer), count: 1 }));
  return {
    coders: typeof input.coders === 'object' ? input.coders : [],
    patterns: [...cells, ...units],
    categories: input.declared_codes,
  };
}

/** The continuum of a case, moved so that it begins at 0; where it gives no length, it ends with the last unit. */
export function continuumOf({ input }: PublishedCase): Continuum {
  const from = input.continuum?.begin ?? 0;
  const units = (input.spans ?? []).map(({ coder, begin, length, end, code }) => ({
    coder,
    start: begin - from,
    end: (length === undefined ? (end ?? begin) : begin + length) - from,
    code,
  }));
  const counted = typeof input.coders === 'number' ? Array.from({ length: input.coders }, (_, at) => String(at)) : [];
  return {
    length: input.continuum?.length ?? Math.max(...units.map(({ end }) => end)),
    coders: [...new Set([...counted, ...units.map(({ coder }) => coder)])],
    units,
  };
}
