import { shorten } from '../../core/text/shorten.js';
import { withoutLinks } from './withoutLinks.js';

/** What surely fits on two lines below a box of its usual width, and what may leave the second of them empty; see `widthOf`. */
const [TWO_LINES, ONE_LINE] = [165, 96];
/** As no-break spaces: more than is left of a line that anything stands on, and less than a line. */
const FILLER = '\u00a0'.repeat(145);

/**
 * Text from a file for the lines below a box, always two of them: were it one now and two then, the list below would
 * jump while somebody goes through it. Where the font is unusual it jumps, and nothing worse.
 */
export function twoLines(text: string): string {
  let short = shorten(text, TWO_LINES);
  if (widthOf(short) > TWO_LINES) short = shorten(text, TWO_LINES / 2);
  return withoutLinks(widthOf(short) <= ONE_LINE ? `${short} ${FILLER}` : short);
}

/** In letters; those of scripts such as Chinese are as wide as two. */
function widthOf(text: string): number {
  return (
    text.length + (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0)
  );
}
