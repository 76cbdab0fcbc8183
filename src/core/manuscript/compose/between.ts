import { DASH, ELISION, QUOTE_MARK } from '../marks.js';
import { SAID } from '../pieces.js';
import type { QuotePiece } from '../quotation.js';
import type { ComposeMark } from './composition.js';
import type { Passage, PassageWord, WordRange } from './passage.js';

/** What a quotation writes between two stretches of words, and the words that were said there. */
export interface Between {
  /** Marks, with the punctuation before, between and behind them as pieces of words. */
  readonly pieces: readonly QuotePiece[];
  /** The words that are not written; at an end of the quotation all that it may have there. */
  readonly gap: WordRange;
  /** At an end it is not written how many of them the marks take the place of: then as few as can be. */
  readonly end?: 'first' | 'last';
}

/** The marks on the words that are not written, and those words. */
export interface Laid {
  readonly marks: readonly ComposeMark[];
  readonly taken: WordRange;
}

/** What it costs that punctuation would be another, and that a mark has no place or words have no mark. */
const OTHER = 100;
const QUOTED = 50;
const NOWHERE = 10_000;
/** Which words a mark stands for is not written. Of several ways that read the same an elision has most of them, an insertion fewest. */
const COSTS = { elision: 0, redaction: 1, insertion: 2 } as const;
/** What it costs to take a word that need not be taken. */
const NEEDLESS = 1;
/** Where another mark begins is tried so many words from both ends of what an elision may leave out. */
const TRIED = 24;

type Mark = Exclude<QuotePiece, { readonly kind: 'words' }>;

interface Way {
  readonly cost: number;
  readonly marks: readonly ComposeMark[];
  readonly to: number;
}

/** Lays the marks between two stretches of words on the words that are missing there, so that it is written again as it was. */
export function layBetween({ words }: Passage, { pieces, gap, end }: Between): Laid {
  const { marks, texts } = parted(pieces);
  const known = new Map<string, Way>();
  // Where nothing is between the words and a mark, the punctuation behind the word stands behind the mark: `were [sic],`.
  const way = (mark: number, at: number, behind: string, isWord: boolean): Way => {
    const key = `${mark} ${at} ${isWord} ${behind}`;
    const found = known.get(key) ?? cheapest(ways(mark, at, behind, isWord));
    known.set(key, found);
    return found;
  };
  const text = (at: number): string => texts[at] ?? '';
  const ways = (mark: number, at: number, behind: string, isWord: boolean): Way[] => {
    const piece = marks[mark];
    const rest = end === undefined ? 0 : NEEDLESS;
    if (piece === undefined) {
      const isEnd = end === 'last';
      const next = isEnd || at < gap.to ? '' : (words[gap.to]?.before ?? '');
      // The last mark of punctuation may be left to the sentence around.
      const cost = isEnd && text(mark) === '' ? 0 : differs(text(mark), behind + next);
      return [{ cost: cost + (isEnd || at === gap.to ? 0 : NOWHERE), marks: [], to: at }];
    }
    const go = (cost: number, next: Way, made?: ComposeMark): Way => ({
      cost: cost + next.cost,
      marks: made === undefined ? next.marks : [made, ...next.marks],
      to: next.to,
    });
    const found = [go(NOWHERE, way(mark + 1, at, behind, isWord))];
    if (piece.kind === 'sic') {
      const made = { kind: 'sic', at: at - 1 } as const;
      if (isWord) found.push(go(differs(text(mark), ''), way(mark + 1, at, behind, true), made));
      return found;
    }
    const word = words[at] as PassageWord;
    if (at < gap.to && word.text === bracketed(piece))
      found.push(go(differs(text(mark), behind + word.before), way(mark + 1, at + 1, word.after, true)));
    if (piece.kind === 'insertion') {
      const isBeside = [marks[mark - 1], marks[mark + 1]].some(one => one?.kind === 'elision');
      const cost = differs(text(mark), behind) + (end !== undefined && isBeside ? 10 * NEEDLESS : 0);
      found.push(go(cost, way(mark + 1, at, '', false), { kind: 'inserted', at, text: piece.text }));
    }
    for (let to = at + 1; to <= gap.to; to++) {
      if (to - at > TRIED && gap.to - to > TRIED) continue;
      const after = piece.kind === 'elision' ? '' : (words[to - 1] as PassageWord).after;
      const cost = differs(text(mark), behind + (piece.kind === 'elision' ? '' : word.before));
      const next = way(mark + 1, to, ELISION.test(after) ? '' : after, false);
      found.push(go(cost + (to - at) * (COSTS[piece.kind] + rest), next, rangeMark(piece, at, to)));
    }
    return found;
  };
  const starts = end === 'first' ? Array.from({ length: gap.to - gap.from + 1 }, (_, i) => gap.to - i) : [gap.from];
  const before = end === 'first' ? '' : (words[gap.from - 1]?.after ?? '');
  const laid = starts.map(from => ({ from, ...way(0, from, before, end !== 'first') }));
  const { from, to, marks: made } = cheapest(laid);
  return { marks: made, taken: { from, to } };
}

const cheapest = <T extends { readonly cost: number }>(some: readonly T[]): T =>
  some.reduce((best, one) => (one.cost < best.cost ? one : best));

/** The marks, and the punctuation before each and behind the last. */
function parted(pieces: readonly QuotePiece[]): { readonly marks: readonly Mark[]; readonly texts: readonly string[] } {
  const marks: Mark[] = [];
  const texts = [''];
  for (const piece of pieces) {
    if (piece.kind === 'words') {
      if (!SAID.test(piece.text)) texts[marks.length] += piece.text;
      continue;
    }
    marks.push(piece);
    texts.push('');
  }
  return { marks, texts };
}

/** What it costs that punctuation is other punctuation; its typography is the manuscript's, as quotation marks around all of it are. */
function differs(here: string, there: string): number {
  if (marksIn(here, '"') === marksIn(there, '"')) return 0;
  return marksIn(here, '') === marksIn(there, '') ? QUOTED : OTHER;
}

const marksIn = (text: string, quote: string): string =>
  text.replace(/\s+/gu, '').replace(new RegExp(QUOTE_MARK, 'gu'), quote).replace(new RegExp(DASH, 'gu'), '-');

function rangeMark(piece: Exclude<Mark, { readonly kind: 'sic' }>, from: number, to: number): ComposeMark {
  if (piece.kind === 'elision') return { kind: 'left-out', from, to };
  if (piece.kind === 'redaction') return { kind: 'redacted', from, to, label: piece.label };
  return { kind: 'replaced', from, to, text: piece.text };
}

/** What stands in brackets may be what the transcript has in brackets itself: `[laughs]`. */
function bracketed(piece: Mark): string | undefined {
  if (piece.kind === 'insertion') return `[${piece.text}]`;
  return piece.kind === 'redaction' ? `[${piece.label}]` : undefined;
}
