import type { Question, QuestionSide, ShownPassage } from '../../core/analysis/questions/question.js';

/** In pixels: what a question has besides its words, what a side has besides its own, a line of words. */
const FRAME = 96;
const SIDE = 84;
const LINE = 20;
/** Average width of a character. */
const CHARACTER = 6.6;
/** Below this width sides stand one below the other; `conflicts.css` says the same. */
const NARROW = 700;

/** Guesses heights of questions as wide as a list is: good enough for the scroll bar; what is drawn is measured. */
export function estimateFor(list: HTMLElement): (question: Question) => number {
  const width = Math.max(200, list.clientWidth || window.innerWidth);
  const isNarrow = width < NARROW;
  const lines = (length: number, wide: number): number => Math.ceil(Math.max(1, length) / (wide / CHARACTER));
  const passage = (shown: ShownPassage | undefined, wide: number): number =>
    (shown?.turns ?? []).reduce((sum, { before, words, after }) => {
      return sum + lines(before.length + after.length + lengthOf(words), wide);
    }, 0);
  const side = ({ words, passage: shown, changed = [] }: QuestionSide): number => {
    const wide = isNarrow ? width : width / 2;
    const rows = changed.reduce((sum, { words: changes }) => sum + lines(lengthOf(changes), wide), 0);
    return SIDE + LINE * (lines(lengthOf(words), wide) + rows + passage(shown, wide));
  };
  return ({ passage: around, before, ours, theirs }) => {
    const above = LINE * (passage(around, width) + (before === undefined ? 0 : lines(lengthOf(before.words), width)));
    return FRAME + above + (isNarrow ? side(ours) + side(theirs) : Math.max(side(ours), side(theirs)));
  };
}

const lengthOf = (words: QuestionSide['words']): number => words.reduce((sum, { text }) => sum + text.length, 0);
