import type { Span } from '../../text/span.js';
import { CASED } from '../marks.js';
import { SAID } from '../pieces.js';
import type { QuotePiece } from '../quotation.js';
import { type ComposeMark, type Composition, changeCase, insert, markSic, redact, replace } from './composition.js';
import type { Passage, WordRange } from './passage.js';

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
  const found = pieces.filter(({ kind }) => kind === 'words').map((_, i) => rangeOf(passage, spans[i]));
  const ranges = found.filter(range => range !== undefined);
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined || last.to <= first.from) return undefined;
  let composition: Composition = { from: first.from, to: last.to, marks: [] };
  let before: WordRange | undefined;
  let between: QuotePiece[] = [];
  let index = 0;
  for (const piece of pieces) {
    const range = piece.kind === 'words' ? found[index++] : undefined;
    if (piece.kind !== 'words' || !SAID.test(piece.text)) {
      between.push(piece);
      continue;
    }
    if (range === undefined) continue;
    composition = carried(passage, composition, between, before, range, piece.text);
    if (new RegExp(`^${CASED.source}`, 'u').test(piece.text)) composition = changeCase(composition, range);
    before = range;
    between = [];
  }
  const ended = carried(passage, composition, between, before, undefined);
  return isBareEnd(passage, ended, pieces) ? { ...ended, isBare: true } : ended;
}

/** Whether the manuscript leaves the mark of punctuation to its own sentence. */
function isBareEnd({ words }: Passage, { to, marks }: Composition, pieces: readonly QuotePiece[]): boolean {
  const last = pieces.at(-1);
  const after = words[to - 1]?.after ?? '';
  const isInserted = marks.some(mark => mark.kind === 'inserted' && mark.at === to);
  return after !== '' && !isInserted && !(last?.kind === 'words' && /[^\p{L}\p{N}\p{M}]$/u.test(last.text));
}

function rangeOf({ words }: Passage, span: Span | undefined): WordRange | undefined {
  if (span === undefined || span.start >= span.end) return undefined;
  const from = words.findIndex(word => word.span.end > span.start);
  const to = words.findLastIndex(word => word.span.start < span.end) + 1;
  return from === -1 || from >= to ? undefined : { from, to };
}

/**
 * What stands between two stretches of words, or at an end, on the words that are missing there.
 * @param next the words that follow, as they are written
 */
function carried(
  passage: Passage,
  composition: Composition,
  pieces: readonly QuotePiece[],
  before: WordRange | undefined,
  after: WordRange | undefined,
  next = '',
): Composition {
  const gap = { from: before?.to ?? composition.from, to: after?.from ?? composition.to };
  const between = pieces.filter(piece => !isSaid(passage, piece, gap));
  const last = between.findLastIndex(({ kind }) => kind !== 'words');
  if (before === undefined || after === undefined) return atEnd(passage, composition, between, before, after);
  let made = composition;
  let at = gap.from;
  const isMixed = between.some(({ kind }) => kind === 'elision' || kind === 'redaction');
  const isWithout = (i: number): boolean => {
    const follows = between[i + 1] ?? { kind: 'words', text: next };
    // A mark of punctuation right behind it is that of a word whose place it takes.
    const isMarked = follows.kind === 'words' && /^[,.;:!?]/.test(follows.text);
    const isOuter = (i === 0 || i === last) && !isMarked;
    return between[i]?.kind === 'insertion' && ((isMixed && isOuter) || gap.from >= gap.to);
  };
  for (const [i, piece] of between.entries()) {
    // Each takes the place of a word at least, so that as many are left for what follows.
    const later = between.filter(
      (one, k) => k > i && one.kind !== 'sic' && one.kind !== 'words' && !isWithout(k),
    ).length;
    const to = Math.max(at, gap.to - later);
    if (piece.kind === 'sic') made = markSic(made, before);
    else if (piece.kind === 'elision') {
      if (at < to) made = withMark(made, { kind: 'left-out', from: at, to });
      at = to;
    } else if (piece.kind === 'redaction') {
      const end = endOf(passage, between[i + 1], later, at, to);
      made = redact(made, { from: at, to: end }, piece.label);
      at = end;
    } else if (piece.kind === 'insertion') {
      const word = joined(passage, piece, gap);
      if (word !== undefined) made = replace(made, { from: word.at, to: word.at + 1 }, word.text);
      else if (isWithout(i)) made = insert(made, i === 0 ? gap.from : gap.to, piece.text);
      else {
        const end = endOf(passage, between[i + 1], later, at, to);
        made = at < end ? replace(made, { from: at, to: end }, piece.text) : insert(made, at, piece.text);
        at = end;
      }
    }
  }
  return made;
}

/**
 * Up to where a clarification or a redaction goes: as far as there are words, and where something is to follow, to the first word behind
 * which the mark of punctuation stands that comes next, or none where none comes.
 */
function endOf({ words }: Passage, next: QuotePiece | undefined, later: number, at: number, to: number): number {
  if (later === 0) return to;
  const mark = next?.kind === 'words' ? next.text : '';
  for (let i = at; i < to; i++) if (words[i]?.after === mark) return i + 1;
  return Math.min(at + 1, to);
}

/** Before the first words or behind the last ones: what is held back there is one word more. */
function atEnd(
  passage: Passage,
  composition: Composition,
  pieces: readonly QuotePiece[],
  before: WordRange | undefined,
  after: WordRange | undefined,
): Composition {
  let made = composition;
  for (const piece of pieces) {
    const { from, to } = made;
    if (piece.kind === 'sic' && before !== undefined) made = markSic(made, before);
    else if (piece.kind === 'insertion') {
      const word = joined(passage, piece, after === undefined ? { from: to, to } : { from, to: from });
      if (word !== undefined) made = replace(made, { from: word.at, to: word.at + 1 }, word.text);
      else made = insert(made, after === undefined ? to : from, piece.text);
    } else if (piece.kind === 'redaction' && after === undefined && to < passage.words.length)
      made = redact({ ...made, to: to + 1 }, { from: to, to: to + 1 }, piece.label);
    else if (piece.kind === 'redaction' && before === undefined && from > 0)
      made = redact({ ...made, from: from - 1 }, { from: from - 1, to: from }, piece.label);
  }
  return made;
}

/** `help[ed]`: the word as a whole is what the writer's takes the place of. */
function joined(
  { words }: Passage,
  { text, joins }: Extract<QuotePiece, { kind: 'insertion' }>,
  gap: WordRange,
): { readonly at: number; readonly text: string } | undefined {
  if (joins === undefined) return undefined;
  const at = joins === 'after' ? gap.to : gap.from - 1;
  const word = words[at]?.text;
  return word === undefined ? undefined : { at, text: joins === 'after' ? text + word : word + text };
}

/** What stands in brackets is what the transcript has in brackets itself: `[laughs]`. */
function isSaid({ words }: Passage, piece: QuotePiece, { from, to }: WordRange): boolean {
  if (piece.kind !== 'insertion' && piece.kind !== 'redaction') return false;
  const written = `[${piece.kind === 'insertion' ? piece.text : piece.label}]`;
  return words.slice(from, to).some(({ text }) => text === written);
}

const withMark = (composition: Composition, mark: ComposeMark): Composition => ({
  ...composition,
  marks: [...composition.marks, mark],
});
