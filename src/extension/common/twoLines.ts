import { shorten } from '../../core/text/shorten.js';
import { withoutLinks } from './withoutLinks.js';

/** What surely fits on two lines below a box of its usual width, and what may leave the second of them empty; see `widthOf`. */
const [TWO_LINES, ONE_LINE] = [165, 96];
const SHORT = 30;
/**
 * Unbreakable space that does not fit beside the text and so takes the second line: nearly a whole line beside a short
 * text, less beside a longer one, the end of which may stand on the second line already. In em, which no font changes.
 */
const FILLERS = { short: filler(42), long: filler(30) } as const;

/**
 * Text from a file for the lines below a box, always two of them: were it one now and two then, the list below would
 * jump while somebody goes through it. Where the font is unusual it jumps a little.
 */
export function twoLines(text: string): string {
  let cut = shorten(text, TWO_LINES);
  if (widthOf(cut) > TWO_LINES) cut = shorten(text, TWO_LINES / 2);
  const width = widthOf(cut);
  const fill = width > ONE_LINE ? '' : ` ${width < SHORT ? FILLERS.short : FILLERS.long}`;
  return withoutLinks(cut) + fill;
}

/** Em spaces, held together by word joiners. */
function filler(em: number): string {
  return Array.from({ length: em }, () => '\u2003').join('\u2060');
}

/** In letters; those of scripts such as Chinese are as wide as two. */
function widthOf(text: string): number {
  return (
    text.length + (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0)
  );
}
