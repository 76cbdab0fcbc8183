import type { Estimate } from './items.js';

/** In pixels: what a row has besides its words, a line of words. */
const FRAME = 42;
const LINE = 20;
/** Average width of a character, and the longest line in characters. */
const CHARACTER = 6.4;
const LONGEST = 84;

/**
 * Guesses heights of rows as wide as a list is: good enough for the scroll bar; what is drawn is measured.
 * @param besides what rows of this page have below their words, in pixels
 */
export function estimateFor(list: HTMLElement, besides = 0): Estimate {
  const width = Math.max(200, (list.clientWidth || window.innerWidth) - 12);
  const perLine = Math.min(LONGEST, width / CHARACTER);
  const lines = (text: string): number => Math.ceil(Math.max(1, text.length) / perLine);
  return ({ text, memo, speakers }) => {
    const all = lines(text) + (speakers.length === 0 ? 0 : 1) + (memo === undefined ? 0 : lines(memo));
    return FRAME + all * LINE + besides;
  };
}
