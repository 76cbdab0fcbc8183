/** Where the transcripts of the study are: all here or all there. */
export const PLACES = ['transcripts', 'sessions'] as const;
export const NAMES = ['pp-03.md', 'pp-04.md'] as const;
export const CODERS = ['EA', 'Bo'] as const;

/** Ids of codings in several files that get other codes together. */
export const GROUP = CODERS.flatMap((_, i) => NAMES.map((_, j) => `cod${i}${j}aaaaa`));
