import { ELISION } from '../marks.js';
import { SAID } from '../pieces.js';
import type { QuotePiece } from '../quotation.js';
import type { ComposeMark, Composition } from './composition.js';
import type { Passage, PassageWord } from './passage.js';

/** What one person says in a quotation. */
export interface ComposedTurn {
  /** Missing where there are no labels. */
  readonly speaker?: string;
  /** Index of the first turn of the passage it is of. */
  readonly turn: number;
  readonly pieces: readonly QuotePiece[];
}

/**
 * The pieces of a quotation in the making, turn after turn; mostly there is one. What others said in between and is left out whole
 * becomes an elision where the same person goes on.
 * @param elision how words left out are written
 */
export function composedTurns(passage: Passage, composition: Composition, elision: string): readonly ComposedTurn[] {
  const turns: { speaker: string | undefined; turn: number; pieces: QuotePiece[] }[] = [];
  for (const [i, { speaker }] of passage.turns.entries()) {
    const words = indexesOf(passage, composition, i);
    if (words.length === 0) continue;
    const pieces = piecesOfTurn(passage, composition, words, elision);
    const last = turns.at(-1);
    const isLeftOut = pieces.every(({ kind }) => kind === 'elision');
    if (last !== undefined && (isLeftOut || last.speaker === speaker)) append(last.pieces, pieces, elision, isLeftOut);
    else turns.push({ speaker, turn: i, pieces });
  }
  return turns.map(({ speaker, turn, pieces }) => ({
    ...(speaker === undefined ? {} : { speaker }),
    turn,
    pieces: withoutLastElision(pieces, turns.length),
  }));
}

/** Whether there is a word that somebody said in it: without one it is no quotation. */
export function isQuotation(turns: readonly ComposedTurn[]): boolean {
  return (
    turns.length > 0 &&
    turns.every(({ pieces }) => pieces.some(piece => piece.kind === 'words' && SAID.test(piece.text)))
  );
}

function append(to: QuotePiece[], pieces: readonly QuotePiece[], mark: string, isLeftOut: boolean): void {
  const isAfterElision = to.at(-1)?.kind === 'elision';
  if (isLeftOut && !isAfterElision) to.push({ kind: 'elision', mark });
  if (isLeftOut) return;
  // Two turns of one person in a row, or with something left out in between.
  const [first, ...rest] = pieces;
  const last = to.at(-1);
  if (last?.kind === 'words' && first?.kind === 'words') {
    to[to.length - 1] = { kind: 'words', text: `${last.text} ${first.text}` };
    to.push(...rest);
  } else if (isAfterElision && first?.kind === 'elision') to.push(...rest);
  else to.push(...pieces);
}

/** The turns of a single speaker end where the words end. */
function withoutLastElision(pieces: readonly QuotePiece[], turns: number): readonly QuotePiece[] {
  return turns === 1 && pieces.at(-1)?.kind === 'elision' ? pieces.slice(0, -1) : pieces;
}

function indexesOf({ words }: Passage, { from, to }: Composition, turn: number): number[] {
  const indexes: number[] = [];
  for (let i = from; i < to; i++) if (words[i]?.turn === turn) indexes.push(i);
  return indexes;
}

function piecesOfTurn(
  { words }: Passage,
  { marks, to, isBare }: Composition,
  indexes: readonly number[],
  elision: string,
): QuotePiece[] {
  const pieces: QuotePiece[] = [];
  let said = '';
  const flush = (): void => {
    const text = said.replace(/\s+/gu, ' ').trim();
    if (text !== '') pieces.push({ kind: 'words', text });
    said = '';
  };
  const insertedAt = (at: number): void => {
    for (const mark of marks) {
      if (mark.kind !== 'inserted' || mark.at !== at) continue;
      flush();
      pieces.push({ kind: 'insertion', text: mark.text });
    }
  };
  const last = indexes.at(-1) as number;
  for (const i of indexes) {
    const word = words[i] as PassageWord;
    const range = marks.find(mark => 'from' in mark && mark.from <= i && i < mark.to) as RangeMark | undefined;
    insertedAt(i);
    if (range === undefined) {
      const isSic = marks.some(mark => mark.kind === 'sic' && mark.at === i);
      const text = marks.some(mark => mark.kind === 'cased' && mark.at === i) ? otherCase(word.text) : word.text;
      said += `${word.spaced ? ' ' : ''}${word.before}${text}`;
      if (isSic) {
        flush();
        pieces.push({ kind: 'sic' });
      }
      if (!isBare || i < to - 1) said += word.after;
      continue;
    }
    const isFirst = i === range.from || i === indexes[0];
    if (isFirst) {
      if (range.kind !== 'left-out') said += `${word.spaced ? ' ' : ''}${word.before}`;
      flush();
      pieces.push(pieceOf(range, elision));
    }
    // What stands behind words that something took the place of belongs to the sentence; a pause would read as words left out.
    const isEnd = i === range.to - 1 || i === last;
    if (range.kind !== 'left-out' && isEnd && (!isBare || i < to - 1) && !ELISION.test(word.after)) said += word.after;
  }
  if (last === to - 1) {
    flush();
    insertedAt(to);
  }
  flush();
  return pieces;
}

type RangeMark = Extract<ComposeMark, { readonly from: number }>;

function pieceOf(mark: RangeMark, elision: string): QuotePiece {
  switch (mark.kind) {
    case 'left-out':
      return { kind: 'elision', mark: elision };
    case 'replaced':
      return { kind: 'insertion', text: mark.text };
    case 'redacted':
      return { kind: 'redaction', label: mark.label };
  }
}

/** `[T]he` of `the`, `[t]he` of `The`; a word of one letter, and one without, stays: nothing could be told of it. */
export function otherCase(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0x20);
  const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  const isLetter = other !== first && [...other].length === 1;
  return isLetter && /^\p{L}/u.test(word.slice(first.length)) ? `[${other}]${word.slice(first.length)}` : word;
}
