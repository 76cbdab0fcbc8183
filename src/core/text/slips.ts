/** How many slips of the keyboard lie between what was typed and a word; `Infinity` where there are too many. */
export interface Slips {
  /** Up to the end of the word. */
  readonly whole: number;
  /** Up to the letter of the word that suits best: somebody may still be typing. */
  readonly begun: number;
}

const NONE: Slips = { whole: Number.POSITIVE_INFINITY, begun: Number.POSITIVE_INFINITY };

// Three rows of the table are all that is looked at; they are kept, as thousands of words are compared at a keystroke.
let rows = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)] as [Uint16Array, Uint16Array, Uint16Array];

/**
 * Counts letters (UTF-16 units) to insert, leave out or change that make what was typed the word, or its beginning; two
 * neighbours in the wrong order count as one.
 * @param most where there are more slips than that, the answer is `Infinity`; what looking takes grows with it
 */
export function slipsTo(typed: string, word: string, most: number): Slips {
  const height = typed.length;
  if (word.length < height - most) return NONE;
  const width = Math.min(word.length, height + most);
  if (rows[0].length <= width) rows = rows.map(() => new Uint16Array(2 * width)) as typeof rows;
  let [beforeLast, last, row] = rows;
  for (let j = 0; j <= Math.min(width, most); j++) last[j] = j;
  for (let i = 1; i <= height; i++) {
    // Further from the diagonal there are too many slips already.
    const from = Math.max(1, i - most);
    const to = Math.min(width, i + most);
    const letter = typed.charCodeAt(i - 1);
    let best = i;
    row[from - 1] = from === 1 ? i : most + 1;
    for (let j = from; j <= to; j++) {
      const other = word.charCodeAt(j - 1);
      let cost = (last[j - 1] as number) + (letter === other ? 0 : 1);
      cost = Math.min(cost, (row[j - 1] as number) + 1);
      if (j < i + most) cost = Math.min(cost, (last[j] as number) + 1);
      const isSwap = i > 1 && j > 1 && letter === word.charCodeAt(j - 2) && typed.charCodeAt(i - 2) === other;
      if (isSwap) cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      row[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > most) return NONE;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  let begun = Number.POSITIVE_INFINITY;
  for (let j = Math.max(0, height - most); j <= width; j++) begun = Math.min(begun, last[j] as number);
  const whole = width === word.length ? (last[width] as number) : Number.POSITIVE_INFINITY;
  return { whole: whole <= most ? whole : Number.POSITIVE_INFINITY, begun: begun <= most ? begun : NONE.begun };
}
