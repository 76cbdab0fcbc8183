import type { Pieces } from '../pieces.js';
import type { Checking } from './check.js';
import type { CheckedQuotation, Difference } from './checked.js';
import { differencesOf } from './differences.js';
import { matchesOf, occurrences } from './match.js';
import { nearOf } from './nearest.js';
import { freed, MOST_REDACTED, MOST_REPLACED, type Pattern, type SaidToken } from './pattern.js';
import { nearSource, sourceOf } from './places.js';
import type { Quotation } from './quotation.js';
import type { Said } from './said.js';

type Why = Pick<CheckedQuotation, 'source' | 'differences' | 'message' | 'remedy'>;

/**
 * What is wrong with words that somebody nearly said; undefined where nothing of theirs comes near.
 * @param own what was said by whom the quotation is attributed to
 */
export function* whyChanged(
  quotation: Quotation,
  pattern: Pattern,
  own: readonly Said[],
  { points, words }: Checking,
): Pieces<Why | undefined> {
  for (const one of own) {
    const why = wrongGap(quotation, pattern, one) ?? wrongOrder(quotation, pattern, one);
    if (why !== undefined) return why;
    yield;
  }
  const near = yield* nearOf(pattern, own);
  if (near === undefined) return undefined;
  const differences = differencesOf(near, quotation.pieces, points);
  const source = nearSource(near, quotation.pieces);
  return { source, differences, ...words.changed(source, differences) };
}

/** All words are there in order, but what lies between is more, or less, than the brackets may stand for. */
function wrongGap(quotation: Quotation, pattern: Pattern, said: Said): Why | undefined {
  const loose: Pattern = {
    ...pattern,
    gaps: pattern.gaps.map(() => ({ min: 0, max: Number.POSITIVE_INFINITY, isElision: true })),
  };
  const [match] = matchesOf(loose, said);
  if (match === undefined || pattern.segments.length < 2 === pattern.gaps.every(({ min }) => min === 0))
    return undefined;
  const source = sourceOf(match, pattern, quotation.pieces);
  const place = `${source.transcript}, line ${source.line}`;
  const needs = pattern.gaps.some(({ min }) => min > 0);
  const message = `The words stand in ${place}, but what is missing between them is not what the brackets say.`;
  const remedy = needs
    ? `A redaction stands for 1 to ${MOST_REDACTED} words, an insertion for ${MOST_REPLACED} at most: write an elision for more, and nothing where nothing is missing.`
    : `An insertion may stand for ${MOST_REPLACED} words at most, within a turn: write an elision besides it.`;
  return { source, differences: [], message, remedy };
}

/** Each stretch was said, but not in this order. */
function wrongOrder(quotation: Quotation, { segments }: Pattern, said: Said): Why | undefined {
  if (segments.length < 2) return undefined;
  const places = segments.map(segment => occurrences(freed(segment), said));
  if (places.some(list => list.length === 0)) return undefined;
  const starts = places.map(list => list[0] as number);
  const pieces = segments.flatMap((segment, i) =>
    segment.map(({ piece }, at) => ({
      token: segment[at] as SaidToken,
      piece,
      place: (starts[i] as number) + at,
      isSame: true,
    })),
  );
  const source = nearSource({ said, steps: pieces, distance: 0 }, quotation.pieces);
  const late = starts.findIndex((start, i) => i > 0 && start <= (starts[i - 1] as number));
  const differences: Difference[] = segments.slice(late, late + 1).map(segment => {
    const start = starts[late] as number;
    const piece = segment[0]?.piece ?? 0;
    const there = said.textOf(start, start + segment.length - 1);
    const span = quotation.pieces[piece]?.span ?? quotation.span;
    return { piece, here: segment.map(({ written }) => written).join(' '), there, span, line: said.lineOf(start) };
  });
  const where = differences[0]?.line ?? source.line;
  return {
    source,
    differences,
    message: `All of it was said, but in another order: “${differences[0]?.there ?? ''}” (${source.transcript}, line ${where}) comes first there.`,
    remedy: 'Put the parts in the order in which they were said, or make two quotations of them.',
  };
}
