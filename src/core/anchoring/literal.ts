import type { Anchored } from '../coding/coding.js';
import { occurrences } from './occurrences.js';
import type { Find } from './search.js';

/** The places of a quote that has no words in it, a pause or a smile, say: looked for as it is written. */
export function literalFinds({ quote, context }: Anchored, text: string): Find[] {
  const [before, behind] = context ?? ['', ''];
  const { places, complete } = occurrences(quote, text);
  return places
    .map(start => {
      const end = start + quote.length;
      let left = 0;
      while (left < before.length && before[before.length - 1 - left] === text[start - 1 - left]) left++;
      let right = 0;
      while (right < behind.length && behind[right] === text[end + right]) right++;
      const share = (there: number, all: number): number => (all === 0 ? 0 : there / all);
      const neighbours = { before: share(left, before.length), behind: share(right, behind.length) };
      return {
        start,
        end,
        first: 0,
        last: 0,
        quote: 1,
        tells: 0,
        isSound: true,
        isOneOfMany: !complete,
        ...neighbours,
      };
    })
    .sort((a, b) => b.before + b.behind - a.before - a.behind);
}
