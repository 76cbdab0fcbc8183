import type { Manuscript } from '../quotation.js';
import type { QuoteStyle } from '../style.js';

/** How words left out are written. */
export type ElisionMark = NonNullable<QuoteStyle['elision']>;

/** How words left out can be written. */
export const ELISIONS: readonly ElisionMark[] = ['. . .', '…', '...', '[…]', '[...]'];

const MARK_OF: Readonly<Record<string, QuoteStyle['marks']>> = {
  '“': 'curly',
  '"': 'straight',
  '‘': 'single',
  "'": 'single',
  '«': 'guillemets',
  '„': 'german',
};

/** The style that a manuscript uses most already; what it does not use yet is as in another style. */
export function styleUsed({ text, quotations }: Manuscript, otherwise: QuoteStyle): QuoteStyle {
  const elisions = quotations.flatMap(({ pieces }) =>
    pieces.flatMap(piece => (piece.kind === 'elision' ? (elisionLike(piece.mark) ?? []) : [])),
  );
  const characters = [...text];
  const marks = quotations.flatMap(({ span }) => MARK_OF[characters[span.start] ?? ''] ?? []);
  return { ...otherwise, ...ifAny('elision', most(elisions)), ...ifAny('marks', most(marks)) };
}

function elisionLike(mark: string): ElisionMark | undefined {
  const isBracketed = /^[[(]/u.test(mark);
  if (mark.includes('…')) return isBracketed ? '[…]' : '…';
  if (isBracketed) return '[...]';
  return /\.\s\./u.test(mark) ? '. . .' : '...';
}

/** What there is most of; of several the first. */
function most<T>(all: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

function ifAny<Key extends 'elision' | 'marks'>(key: Key, value: QuoteStyle[Key] | undefined): Partial<QuoteStyle> {
  return value === undefined ? {} : { [key]: value };
}
