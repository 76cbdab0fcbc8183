/** How wide a text is in a font size, in the unit of the size. */
export type MeasureText = (text: string, size: number) => number;

/** Widths of a common sans-serif font, a little generous, where there is no screen to measure on. */
export const roughWidth: MeasureText = (text, size) => {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width * size;
};

function letterWidth(letter: string): number {
  if (/[\u1100-\uffff]/.test(letter) || letter.length > 1) return 1.05;
  if (/[iljtfrI.,:;'’|!()[\] -]/.test(letter)) return 0.34;
  if (/[mwMW@—…%]/.test(letter)) return 0.92;
  return /[A-Z]/.test(letter) ? 0.7 : 0.58;
}
