import { type Characters, INSERTED, isLetter, isUnspaced } from '../characters.js';

/**
 * Whether the new text alone tells which piece was taken out or put in. It does not where the piece begins with a whole word that
 * stands behind it, too, or ends with one that stands before it: taking either “Yeah. ” out of “Yeah. Yeah. ” leaves the same text.
 * What cannot be told has no truth to be judged by, so edits keep away from such places.
 */
export function isTellable(before: Characters, piece: Characters, after: Characters): boolean {
  return !sharesWord(piece, after, 1) && !sharesWord(piece, before, -1);
}

/** Whether two texts have a whole word that was said in common where they begin (or, backwards, where they end). */
function sharesWord(a: Characters, b: Characters, step: 1 | -1): boolean {
  let isInWord = false;
  for (let i = 0; i < a.length && i < b.length; i++) {
    const mine = a[step === 1 ? i : a.length - 1 - i];
    const theirs = b[step === 1 ? i : b.length - 1 - i];
    if (mine === undefined || theirs === undefined || mine.char !== theirs.char) return false;
    const isSaid = mine.from !== INSERTED || theirs.from !== INSERTED;
    if (isSaid && isUnspaced(mine.char)) return true;
    const isWord = isLetter(mine.char);
    if (!isWord && isInWord) return true;
    isInWord = isWord && isSaid;
  }
  return false;
}
