const ELLIPSIS = '…';

/** A text in lines. */
export interface Wrapped {
  /** None where there is no room for a line. */
  readonly lines: readonly string[];
  /** Whether all of the text is there. */
  readonly isWhole: boolean;
}

/**
 * Breaks a text between words into lines of a width. What does not fit ends in an ellipsis; a word wider than a line is
 * cut by itself.
 * @param most how many lines there may be
 */
export function wrapText(text: string, width: number, most: number, measure: (text: string) => number): Wrapped {
  const words = text.split(/\s+/).filter(word => word !== '');
  const lines: string[] = [];
  let next = 0;
  while (next < words.length && lines.length < most) {
    const rest = words.slice(next);
    const isLast = lines.length === most - 1;
    let taken = 1;
    while (taken < rest.length && measure(rest.slice(0, taken + 1).join(' ')) <= width) taken++;
    const line = rest.slice(0, taken).join(' ');
    const fits = measure(line) <= width;
    if (!fits || (isLast && taken < rest.length)) {
      lines.push(cut(rest.join(' '), width, measure));
      return { lines: lines.filter(it => it !== ''), isWhole: false };
    }
    lines.push(line);
    next += taken;
  }
  return { lines, isWhole: next === words.length };
}

/** As much of a text as fits with an ellipsis behind it; empty where not even one letter does. */
function cut(text: string, width: number, measure: (text: string) => number): string {
  const letters = [...text];
  const shown = (count: number): string => letters.slice(0, count).join('').trimEnd() + ELLIPSIS;
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(shown(middle)) <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : shown(low);
}
