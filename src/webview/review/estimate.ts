import type { ReviewEntry } from '../../core/analysis/reviewList.js';
import type { ReviewTurn } from '../../core/analysis/reviewPassage.js';

/** In pixels: what an entry has besides its passages, what a card has besides its words, a line of words. */
const FRAME = 120;
const CARD = 78;
const LINE = 20;
/** Average width of a character. */
const CHARACTER = 6.6;
/** Below this width passages stand one below the other; `review.css` says the same. */
const NARROW = 700;

/** Guesses heights of entries as wide as a list is: good enough for the scroll bar; what is drawn is measured. */
export function estimateFor(list: HTMLElement): (entry: ReviewEntry) => number {
  const width = Math.max(200, list.clientWidth || window.innerWidth);
  const isNarrow = width < NARROW;
  const perLine = (isNarrow ? width : width / 2) / CHARACTER;
  const high = (turns: readonly ReviewTurn[]): number => {
    const length = ({ before, words, after }: ReviewTurn): number =>
      before.length + after.length + words.reduce((sum, { text }) => sum + text.length, 0);
    return CARD + LINE * turns.reduce((sum, turn) => sum + Math.ceil(Math.max(1, length(turn)) / perLine), 0);
  };
  return ({ old, places }) => {
    const right = places.reduce((sum, { turns }) => sum + high(turns), 0);
    return FRAME + (isNarrow ? high(old) + right : Math.max(high(old), right));
  };
}
