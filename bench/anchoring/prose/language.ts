/**
 * What speech in a language is made of. Templates name slots in braces; the words of a slot come the more often the
 * further in front they stand, as words of a language do.
 */
export interface Language {
  readonly name: string;
  /** Templates of clauses. */
  readonly clauses: readonly string[];
  /** What joins clauses to a sentence, its punctuation included. */
  readonly joints: readonly string[];
  readonly slots: Readonly<Record<string, readonly string[]>>;
  /** What people put in while they think; what stands behind one is `pause`. */
  readonly fillers: readonly string[];
  readonly pause: string;
  /** Phrases that come again and again, each a clause. */
  readonly stock: readonly string[];
  /** Whole turns of a listener. */
  readonly backchannels: readonly string[];
  /** Questions that an interviewer asks again and again. */
  readonly refrains: readonly string[];
  readonly names: readonly string[];
  /** Between two sentences. */
  readonly space: string;
  readonly stop: string;
  readonly question: string;
}
