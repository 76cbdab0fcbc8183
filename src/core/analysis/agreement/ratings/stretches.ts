import { type Span, union } from '../../../text/span.js';
import type { ComparedTranscript } from '../compared/compared.js';

/** Units in a row that the same coders gave one of some codes. */
export interface Stretch extends Span {
  /** For each coder, whether it was given. */
  readonly given: readonly boolean[];
}

/**
 * Where at least one of some coders gave one of some codes, in order and apart; each stretch as long as the same coders did. Units are not
 * looked at one by one: what it costs depends on the codings alone.
 * @param codes as they go today; of several, any will do
 */
export function* stretchesOf(
  { marks }: ComparedTranscript,
  codes: readonly string[],
  coders: readonly string[],
): Generator<Stretch> {
  if (!codes.some(code => marks.has(code))) return;
  const borders = coders.flatMap((coder, i) => {
    const spans = codes.flatMap(code => (marks.get(code)?.get(coder) ?? []).map(({ at }) => at));
    return union(spans).flatMap(({ start, end }) => [
      { place: start, coder: i, isStart: true },
      { place: end, coder: i, isStart: false },
    ]);
  });
  borders.sort((a, b) => a.place - b.place);
  const given = coders.map(() => false);
  let [from, count] = [0, 0];
  for (const { place, coder, isStart } of borders) {
    if (count > 0 && place > from) yield { start: from, end: place, given: [...given] };
    from = place;
    given[coder] = isStart;
    count += isStart ? 1 : -1;
  }
}
