/** A stretch of a text that is like a pattern, in UTF-16 units, and how many letters differ (put in, left out, replaced). */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

const BITS = 32;

/**
 * The stretches of a text that differ least from a pattern, all that differ as little; none where even they differ in more than
 * `most` places. Myers’ bit-parallel algorithm, a column of the table at a time, 32 rows at once.
 */
export function approximateMatches(text: string, pattern: string, most: number): Match[] {
  return bestEnds(text, pattern, most, false).map(({ end, errors }) => {
    const from = Math.max(0, end - pattern.length - errors);
    const backwards = bestEnds(reversed(text.slice(from, end)), reversed(pattern), errors, true);
    const longest = Math.max(...backwards.map(one => one.end));
    return { start: end - longest, end, errors };
  });
}

/** Where the best matches end. @param isAtStart whether they must begin where the text begins */
function bestEnds(text: string, pattern: string, most: number, isAtStart: boolean): { end: number; errors: number }[] {
  const blocks = Math.ceil(pattern.length / BITS);
  const masks = masksOf(pattern, blocks);
  const none = new Int32Array(blocks);
  const more = new Int32Array(blocks).fill(-1);
  const less = new Int32Array(blocks);
  const lastRow = 1 << ((pattern.length - 1) % BITS);
  let errors = pattern.length;
  let best = most;
  let ends: { end: number; errors: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const equal = masks.get(text.charCodeAt(at)) ?? none;
    let carry = isAtStart ? 1 : 0;
    for (let block = 0; block < blocks; block++) {
      const plus = more[block] as number;
      const minus = less[block] as number;
      const same = (equal[block] as number) | (carry < 0 ? 1 : 0);
      const vertical = (equal[block] as number) | minus;
      const horizontal = (((same & plus) + plus) ^ plus) | same;
      let up = minus | ~(horizontal | plus);
      let down = plus & horizontal;
      const row = block === blocks - 1 ? lastRow : 1 << (BITS - 1);
      const out = (up & row) !== 0 ? 1 : (down & row) !== 0 ? -1 : 0;
      up = (up << 1) | (carry > 0 ? 1 : 0);
      down = (down << 1) | (carry < 0 ? 1 : 0);
      more[block] = down | ~(vertical | up);
      less[block] = up & vertical;
      carry = out;
    }
    errors += carry;
    if (errors > best) continue;
    if (errors < best) ends = [];
    best = errors;
    ends.push({ end: at + 1, errors });
  }
  return ends;
}

/** For every character of a pattern, a bit for each place where it stands. */
function masksOf(pattern: string, blocks: number): Map<number, Int32Array> {
  const masks = new Map<number, Int32Array>();
  for (let at = 0; at < pattern.length; at++) {
    const unit = pattern.charCodeAt(at);
    const mask = masks.get(unit) ?? new Int32Array(blocks);
    mask[Math.floor(at / BITS)] = (mask[Math.floor(at / BITS)] as number) | (1 << (at % BITS));
    masks.set(unit, mask);
  }
  return masks;
}

const reversed = (text: string): string => text.split('').reverse().join('');
