import type { Span } from '../text/span.js';
import type { QuotationSource } from './checked.js';
import type { Match } from './match.js';
import type { Near } from './near.js';
import type { Pattern } from './pattern.js';
import type { QuotePiece } from './quotation.js';
import type { Said } from './said.js';

const NOWHERE: Span = { start: 0, end: 0 };

/** Where a quotation stands word for word. */
export function sourceOf(match: Match, { segments }: Pattern, pieces: readonly QuotePiece[]): QuotationSource {
  const places = segments.flatMap((segment, i) =>
    segment.map(({ piece }, at) => ({ piece, place: (match.starts[i] as number) + at })),
  );
  return sourceAt(match.said, places, pieces);
}

/** The passage that a quotation comes nearest to. */
export function nearSource({ said, steps }: Near, pieces: readonly QuotePiece[]): QuotationSource {
  const places = steps.flatMap(({ token, place }) =>
    token === undefined || place === undefined ? [] : [{ piece: token.piece, place }],
  );
  return sourceAt(said, places, pieces);
}

function sourceAt(
  said: Said,
  places: readonly { readonly piece: number; readonly place: number }[],
  pieces: readonly QuotePiece[],
): QuotationSource {
  const spans = pieces.flatMap((piece, i) => {
    if (piece.kind !== 'words') return [];
    const own = places.filter(place => place.piece === i).map(({ place }) => said.tokens[place]);
    const [first, last] = [own[0], own.at(-1)];
    return first === undefined || last === undefined ? [NOWHERE] : [{ start: first.start, end: last.end }];
  });
  const { path } = said.transcript;
  const line = said.lineOf(places.reduce((least, { place }) => Math.min(least, place), Number.POSITIVE_INFINITY));
  const people = new Set(places.map(({ place }) => said.tokens[place]?.person ?? said.person));
  people.delete('');
  const [participant, ...also] = people;
  return {
    transcript: path,
    line,
    spans,
    ...(participant === undefined ? {} : { participant }),
    ...(also.length === 0 ? {} : { also }),
  };
}
