import type { Span } from '../../text/span.js';
import { CASED } from '../marks.js';
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
    if (piece.kind !== 'words') {
      between.push(piece);
      continue;
    }
    const range = found[index++];
    if (range === undefined) continue;
    composition = carried(passage, composition, between, before, range);
    if (new RegExp(`^${CASED.source}`, 'u').test(piece.text)) composition = changeCase(composition, range);
    before = range;
    between = [];
  }
  return carried(passage, composition, between, before, undefined);
}

function rangeOf({ words }: Passage, span: Span | undefined): WordRange | undefined {
  if (span === undefined || span.start >= span.end) return undefined;
  const from = words.findIndex(word => word.span.end > span.start);
  const to = words.findLastIndex(word => word.span.start < span.end) + 1;
  return from === -1 || from >= to ? undefined : { from, to };
}

/** What stands between two stretches of words, or at an end, on the words that are missing there. */
function carried(
  passage: Passage,
  composition: Composition,
  pieces: readonly QuotePiece[],
  before: WordRange | undefined,
  after: WordRange | undefined,
): Composition {
  let made = composition;
  const gap = { from: before?.to ?? made.from, to: after?.from ?? made.to };
  const isInside = before !== undefined && after !== undefined && gap.from < gap.to;
  const isLeftOut = pieces.some(({ kind }) => kind === 'elision');
  if (isInside && isLeftOut) made = withMark(made, { kind: 'left-out', ...gap });
  for (const piece of pieces) {
    if (piece.kind === 'sic' && before !== undefined) made = markSic(made, before);
    else if (piece.kind === 'insertion') made = clarified(passage, made, piece, gap, isInside && !isLeftOut);
    else if (piece.kind === 'redaction') made = heldBack(passage, made, piece.label, gap, before, after);
  }
  return made;
}

function clarified(
  { words }: Passage,
  made: Composition,
  { text, joins }: Extract<QuotePiece, { kind: 'insertion' }>,
  gap: WordRange,
  isInstead: boolean,
): Composition {
  // `help[ed]`: the word as a whole is what the writer's takes the place of.
  const part = joins === 'after' ? gap.to : gap.from - 1;
  const word = joins === undefined ? undefined : words[part];
  if (word !== undefined) {
    const whole = joins === 'after' ? text + word.text : word.text + text;
    return replace(made, { from: part, to: part + 1 }, whole);
  }
  return isInstead && !overlapping(made, gap) ? replace(made, gap, text) : insert(made, gap.to, text);
}

function heldBack(
  { words }: Passage,
  made: Composition,
  label: string,
  gap: WordRange,
  before: WordRange | undefined,
  after: WordRange | undefined,
): Composition {
  if (gap.from < gap.to && !overlapping(made, gap)) return redact(made, gap, label);
  // At an end at least one word is held back.
  if (before === undefined && made.from > 0)
    return redact({ ...made, from: made.from - 1 }, { from: made.from - 1, to: made.from }, label);
  if (after === undefined && made.to < words.length)
    return redact({ ...made, to: made.to + 1 }, { from: made.to, to: made.to + 1 }, label);
  return made;
}

const overlapping = ({ marks }: Composition, { from, to }: WordRange): boolean =>
  marks.some(mark => 'from' in mark && mark.from < to && mark.to > from);

const withMark = (composition: Composition, mark: ComposeMark): Composition => ({
  ...composition,
  marks: [...composition.marks, mark],
});
