/** How big a generated study is. */
export interface Size {
  readonly name: string;
  readonly transcripts: number;
  readonly codes: number;
  readonly codings: number;
  /** Words of one transcript. */
  readonly words: number;
}

/** The sizes the product is built for, and one so small that the unit tests can afford it. */
export const SIZES: readonly Size[] = [
  { name: 'XS', transcripts: 3, codes: 6, codings: 60, words: 400 },
  { name: 'S', transcripts: 20, codes: 60, codings: 4_000, words: 6_000 },
  { name: 'M', transcripts: 200, codes: 150, codings: 60_000, words: 6_000 },
  { name: 'L', transcripts: 1_000, codes: 300, codings: 200_000, words: 6_000 },
];

export const CODERS = ['EA', 'Bo'] as const;
