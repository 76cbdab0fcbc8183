import type { Span } from '../../text/span.js';
import { SAID } from '../pieces.js';
import type { QuotePiece } from '../quotation.js';
import { layBetween } from './between.js';
import { type ComposeMark, type Composition, withMarks } from './composition.js';
import type { Passage, WordRange } from './passage.js';
import { otherCase } from './pieces.js';

/** So many words at most are what something before the first words, or behind the last, may stand for. */
const BESIDE = 12;

/**
 * What was done to the words of a passage so that they stand in a manuscript as they do: the way back from a quotation. Words
 * that the quotation changed are those that were said.
 * @param spans where each of its pieces that is `words` stands, in code points of the transcript; empty where it stands nowhere
 * @returns undefined where none of its words is in the passage
 */
export function recompose(
  passage: Passage,
  pieces: readonly QuotePiece[],
  spans: readonly Span[],
): Composition | undefined {
  const stretches = stretchesOf(passage, pieces, spans);
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined || last.range.to <= first.range.from) return undefined;
  const whole = withWholeWords(pieces);
  let { from, to } = { from: first.range.from, to: last.range.to };
  const marks: ComposeMark[] = stretches.flatMap(({ range, text }) => casedIn(passage, range, text));
  for (let i = 0; i <= stretches.length; i++) {
    const [before, after] = [stretches[i - 1], stretches[i]];
    const between = [
      ...punctuation(before?.text, /[^\p{L}\p{N}\p{M}]*$/u),
      ...whole.slice((before?.index ?? -1) + 1, after?.index),
      ...punctuation(after?.text, /^[^\p{L}\p{N}\p{M}[]*/u),
    ];
    const end = before === undefined ? 'first' : after === undefined ? 'last' : undefined;
    const gap = {
      from: before?.range.to ?? beside(passage, from, -1),
      to: after?.range.from ?? beside(passage, to, 1),
    };
    const laid = layBetween(passage, { pieces: withoutOutermost(between, end), gap, ...(end && { end }) });
    marks.push(...laid.marks);
    if (end === 'first') from = laid.taken.from;
    if (end === 'last') to = laid.taken.to;
  }
  const made = withMarks({ from, to, marks: [] }, marks);
  return isBareEnd(passage, made, pieces) ? { ...made, isBare: true } : made;
}

/** Words of a quotation that stand in the passage. */
interface Stretch {
  /** Of the piece. */
  readonly index: number;
  readonly text: string;
  readonly range: WordRange;
}

function stretchesOf(passage: Passage, pieces: readonly QuotePiece[], spans: readonly Span[]): Stretch[] {
  const stretches: Stretch[] = [];
  let words = 0;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== 'words') continue;
    const range = rangeOf(passage, spans[words++], stretches.at(-1)?.range.to);
    if (range !== undefined && SAID.test(piece.text)) stretches.push({ index, text: piece.text, range });
  }
  return stretches;
}

/** The words at a place. One whose mark of punctuation alone stands there is of the stretch before: `were [sic], you know`. */
function rangeOf({ words }: Passage, span: Span | undefined, behind = 0): WordRange | undefined {
  if (span === undefined || span.start >= span.end) return undefined;
  const from = words.findIndex((word, i) => i >= behind && word.span.end > span.start);
  const to = words.findLastIndex(word => word.span.start < span.end) + 1;
  return from === -1 || from >= to ? undefined : { from, to };
}

/** The words of the same turn before or behind some place. */
function beside({ words }: Passage, at: number, step: -1 | 1): number {
  const turn = words[step < 0 ? at : at - 1]?.turn;
  let end = at;
  while (Math.abs(end - at) < BESIDE && words[step < 0 ? end - 1 : end]?.turn === turn) end += step;
  return end;
}

function punctuation(text: string | undefined, where: RegExp): QuotePiece[] {
  return text === undefined ? [] : [{ kind: 'words', text: where.exec(text)?.[0] ?? '' }];
}

/** A quotation neither begins nor ends with words left out. */
function withoutOutermost(pieces: readonly QuotePiece[], end: 'first' | 'last' | undefined): readonly QuotePiece[] {
  const isKept = ({ kind }: QuotePiece): boolean => kind !== 'elision' && kind !== 'words';
  const [first, last] = [pieces.findIndex(isKept), pieces.findLastIndex(isKept)];
  if (end === undefined) return pieces;
  return pieces.filter(({ kind }, i) => kind !== 'elision' || (end === 'first' ? first !== -1 && first < i : i < last));
}

/** `help[ed]` of `helps`: the word as a whole is what the writer's takes the place of. */
function withWholeWords(pieces: readonly QuotePiece[]): readonly QuotePiece[] {
  return pieces.map((piece, i) => {
    if (piece.kind !== 'insertion' || piece.joins === undefined) return piece;
    const [before, after] = [pieces[i - 1], pieces[i + 1]];
    const begin = piece.joins !== 'after' && before?.kind === 'words' ? /\S*$/u.exec(before.text)?.[0] : '';
    const end =
      piece.joins !== 'before' && after?.kind === 'words' ? /^[\p{L}\p{N}\p{M}'’-]*/u.exec(after.text)?.[0] : '';
    return { kind: 'insertion', text: `${begin}${piece.text}${end}` };
  });
}

/** First letters that are written large or small. */
function casedIn({ words }: Passage, { from, to }: WordRange, text: string): ComposeMark[] {
  const marks: ComposeMark[] = [];
  const written = withStraight(text);
  let behind = 0;
  for (let at = from; at < to; at++) {
    const said = withStraight(words[at]?.text ?? '');
    const cased = otherCase(said);
    const [plainAt, casedAt] = [written.indexOf(said, behind), cased === said ? -1 : written.indexOf(cased, behind)];
    const isCased = casedAt !== -1 && (plainAt === -1 || casedAt < plainAt);
    if (isCased) marks.push({ kind: 'cased', at });
    if (isCased || plainAt !== -1) behind = isCased ? casedAt + cased.length : plainAt + said.length;
  }
  return marks;
}

const withStraight = (text: string): string => text.replace(/[’ʼ]/gu, "'");

/** Whether the manuscript leaves the mark of punctuation to its own sentence. */
function isBareEnd({ words }: Passage, { to, marks }: Composition, pieces: readonly QuotePiece[]): boolean {
  const after = words[to - 1]?.after ?? '';
  const inserted = marks.filter(mark => mark.kind === 'inserted' && mark.at === to).length;
  const last = pieces.at(-1 - inserted);
  return after !== '' && !(last?.kind === 'words' && /[^\p{L}\p{N}\p{M}]$/u.test(last.text));
}
