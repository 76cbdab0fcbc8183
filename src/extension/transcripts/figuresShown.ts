import { type CoderFigures, type CoderProgress, progressOf } from '../../core/analysis/coderFigures.js';
import { type Relevance, relevanceOf } from '../../core/analysis/relevance.js';
import type { TranscriptFigures } from '../../core/analysis/transcriptFigures.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Figures } from './figures.js';

/** How far a coder has come, with what is known of the transcript so far. */
export type ProgressShown = CoderProgress & Partial<Pick<CoderFigures, 'share' | 'inDoubt' | 'changed'>>;

/** What a row and its tooltip say of a transcript. */
export interface FiguresShown {
  /** The person's own; who did not say who is coding has read nothing. */
  readonly mine: ProgressShown;
  /** Of everybody who is shown and has left something here; the person's own always, and first. */
  readonly coders: readonly ProgressShown[];
  /** What it has to do with the scope of the study; missing where that has none. */
  readonly relevance: Relevance | undefined;
  /** What is in the transcript; missing until it was read. */
  readonly known: TranscriptFigures | undefined;
}

/**
 * Puts together what holds at once (states, counts) with what was read of the transcript last.
 * @param shown whose reading is shown
 */
export function figuresShown(
  opened: OpenStudy,
  path: string,
  shown: readonly string[],
  me: string | undefined,
  figures: Figures,
): FiguresShown {
  const known = figures.known(opened, path);
  const of = (coder: string): ProgressShown => {
    const read = known?.coders.find(each => each.coder === coder);
    const progress = progressOf(opened.seen, coder, path);
    if (read === undefined) return progress;
    const { share, inDoubt, changed } = read;
    return { ...progress, share, inDoubt, changed };
  };
  const mine = of(me ?? '');
  const isHere = ({ codings, notes, state }: ProgressShown): boolean => codings > 0 || notes > 0 || state !== 'unread';
  const others = shown.filter(coder => coder !== me).map(of);
  return { mine, coders: [mine, ...others.filter(isHere)], relevance: relevanceOf(opened.seen, path), known };
}
