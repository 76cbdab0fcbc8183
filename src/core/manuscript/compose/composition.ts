import { BRACKET, ELISION, isRedaction, SIC } from '../marks.js';
import type { Passage, WordRange } from './passage.js';

/** What the writer of a paper did to the words of a passage. Words are named by index; `to` is excluded. */
export type ComposeMark =
  | { readonly kind: 'left-out'; readonly from: number; readonly to: number }
  /** The writer's words stand instead of what was said. */
  | { readonly kind: 'replaced'; readonly from: number; readonly to: number; readonly text: string }
  | { readonly kind: 'redacted'; readonly from: number; readonly to: number; readonly label: string }
  /** The writer's words stand before the word `at`; behind the last one where `at` is the end. */
  | { readonly kind: 'inserted'; readonly at: number; readonly text: string }
  /** The word is wrong and was said so. */
  | { readonly kind: 'sic'; readonly at: number }
  /** The first letter of the word is written large instead of small, or the other way round, in brackets. */
  | { readonly kind: 'cased'; readonly at: number };

/** A quotation in the making: which words of a passage it has, and what was done to them. The words themselves are never another's. */
export interface Composition extends WordRange {
  /** In the order of the words; those with a range have no word in common. */
  readonly marks: readonly ComposeMark[];
  /** The mark of punctuation behind the last word is left to the sentence around it. */
  readonly isBare?: true;
}

type RangeMark = Extract<ComposeMark, { readonly from: number }>;
type PointMark = Exclude<ComposeMark, RangeMark>;

const isRange = (mark: ComposeMark): mark is RangeMark => 'from' in mark;

/** What a quotation is made of at first: the passage as it was said. */
export function compositionOf({ chosen }: Passage): Composition {
  return { from: chosen.from, to: chosen.to, marks: [] };
}

/** Leaves words out. At the beginning or the end the quotation becomes shorter; nothing is done where no word would stay. */
export function leaveOut(composition: Composition, range: WordRange): Composition {
  const { from, to } = clipped(composition, range);
  if (from >= to || (from === composition.from && to === composition.to)) return composition;
  if (from === composition.from) return trimmed({ ...composition, from: to });
  if (to === composition.to) return trimmed({ ...composition, to: from });
  const touching = composition.marks.filter(
    mark => mark.kind === 'left-out' && mark.from <= to && mark.to >= from,
  ) as readonly RangeMark[];
  const whole = {
    from: Math.min(from, ...touching.map(mark => mark.from)),
    to: Math.max(to, ...touching.map(mark => mark.to)),
  };
  return trimmed(withRange(composition, { kind: 'left-out', ...whole }));
}

/** Takes words in: those that were left out, and those around the passage with all in between. */
export function takeIn(composition: Composition, range: WordRange): Composition {
  if (range.from >= range.to) return composition;
  const { from, to } = { from: Math.min(composition.from, range.from), to: Math.max(composition.to, range.to) };
  const marks = composition.marks.flatMap((mark): ComposeMark[] => {
    if (mark.kind !== 'left-out' || mark.to <= range.from || mark.from >= range.to) return [mark];
    const rest = [
      { ...mark, to: Math.min(mark.to, range.from) },
      { ...mark, from: Math.max(mark.from, range.to) },
    ];
    return rest.filter(part => part.from < part.to);
  });
  return withEnd(composition, { from, to, marks: sorted(marks) });
}

/** Leaves the mark of punctuation at the end to the sentence around the quotation; takes it in again where it was left. */
export function toggleLastMark({ isBare, ...composition }: Composition): Composition {
  return isBare ? composition : { ...composition, isBare: true };
}

/** Says that the last word of some was said so; says it no more where it was said before. */
export function markSic(composition: Composition, { from, to }: WordRange): Composition {
  return toggled(composition, 'sic', Math.max(from, to - 1));
}

/** Writes the first letter of a word large or small in brackets; as it was said where it was written so before. */
export function changeCase(composition: Composition, { from }: WordRange): Composition {
  return toggled(composition, 'cased', from);
}

/** Puts the writer's words before a word, or behind the last one. What stood there goes. */
export function insert(composition: Composition, at: number, text: string): Composition {
  const inside = composition.marks.find(mark => isRange(mark) && mark.from < at && at < mark.to);
  const place = inside !== undefined && isRange(inside) ? inside.to : at;
  if (place < composition.from || place > composition.to) return composition;
  const others = composition.marks.filter(mark => !(mark.kind === 'inserted' && mark.at === place));
  return { ...composition, marks: sorted([...others, { kind: 'inserted', at: place, text: tidy(text) }]) };
}

/** Puts the writer's words in the place of what was said. */
export function replace(composition: Composition, range: WordRange, text: string): Composition {
  const { from, to } = clipped(composition, range);
  return from < to ? withRange(composition, { kind: 'replaced', from, to, text: tidy(text) }) : composition;
}

/** Holds words back, and says what kind of thing they were. */
export function redact(composition: Composition, range: WordRange, label: string): Composition {
  const { from, to } = clipped(composition, range);
  return from < to ? withRange(composition, { kind: 'redacted', from, to, label: tidy(label) }) : composition;
}

/** With marks that have no word in common with those it has. */
export function withMarks(composition: Composition, marks: readonly ComposeMark[]): Composition {
  return { ...composition, marks: sorted([...composition.marks, ...marks]) };
}

/** Takes away whatever was done to some words: they stand as they were said. */
export function restore(composition: Composition, { from, to }: WordRange): Composition {
  const isElsewhere = (mark: ComposeMark): boolean =>
    isRange(mark)
      ? mark.to <= from || mark.from >= to
      : mark.kind === 'inserted'
        ? mark.at < from || mark.at > to || (mark.at === to && to !== composition.to)
        : mark.at < from || mark.at >= to;
  const marks = composition.marks.filter(isElsewhere);
  return marks.length === composition.marks.length ? composition : { ...composition, marks };
}

/** Why something cannot be put in between brackets: it would be read as something else. */
export type BracketProblem = 'empty' | 'brackets' | 'long' | 'elision' | 'redaction';

const LONGEST = 200;

/** Why somebody's words cannot be put in; undefined: they can. */
export function insertionProblem(text: string): BracketProblem | undefined {
  const plain = bracketProblem(text);
  if (plain !== undefined) return plain;
  const written = `[${tidy(text)}]`;
  if (new RegExp(`^(?:${ELISION.source})$`, 'u').test(written) || new RegExp(`^(?:${SIC.source})$`, 'iu').test(written))
    return 'elision';
  return isRedaction(tidy(text)) ? 'redaction' : undefined;
}

/** Why a label cannot say that words are held back; undefined: it can. `redaction`: it does not say so. */
export function redactionProblem(label: string): BracketProblem | undefined {
  return bracketProblem(label) ?? (isRedaction(tidy(label)) ? undefined : 'redaction');
}

function bracketProblem(text: string): BracketProblem | undefined {
  const tidied = tidy(text);
  if (tidied === '') return 'empty';
  if (tidied.length > LONGEST) return 'long';
  return new RegExp(`^(?:${BRACKET.source})$`, 'u').test(`[${tidied}]`) ? undefined : 'brackets';
}

/** As long as it ends with the same word, it ends in the same way. */
function withEnd(before: Composition, made: Composition): Composition {
  return before.isBare && before.to === made.to ? { ...made, isBare: true } : made;
}

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const clipped = ({ from, to }: Composition, range: WordRange): WordRange => ({
  from: Math.max(from, range.from),
  to: Math.min(to, range.to),
});

/** A mark takes the place of whatever was done to the same words. */
function withRange(composition: Composition, mark: RangeMark): Composition {
  const others = composition.marks.filter(other =>
    isRange(other)
      ? other.to <= mark.from || other.from >= mark.to
      : other.kind === 'inserted'
        ? other.at <= mark.from || other.at >= mark.to
        : other.at < mark.from || other.at >= mark.to,
  );
  return { ...composition, marks: sorted([...others, mark]) };
}

function toggled(composition: Composition, kind: 'sic' | 'cased', at: number): Composition {
  if (at < composition.from || at >= composition.to) return composition;
  if (composition.marks.some(mark => isRange(mark) && mark.from <= at && at < mark.to)) return composition;
  const others = composition.marks.filter(mark => !(mark.kind === kind && mark.at === at));
  const isOff = others.length < composition.marks.length;
  return { ...composition, marks: isOff ? others : sorted([...others, { kind, at } satisfies PointMark]) };
}

/** A quotation neither begins nor ends with words left out: then it is shorter. Marks beyond its ends go. */
function trimmed(composition: Composition): Composition {
  let { from, to } = composition;
  for (;;) {
    const first = composition.marks.find(mark => mark.kind === 'left-out' && mark.from <= from && mark.to > from);
    const last = composition.marks.find(mark => mark.kind === 'left-out' && mark.to >= to && mark.from < to);
    if (first === undefined && last === undefined) break;
    if (first !== undefined && isRange(first)) from = first.to;
    if (last !== undefined && isRange(last)) to = last.from;
    if (from >= to) return composition;
  }
  const marks = composition.marks.flatMap((mark): ComposeMark[] => {
    if (!isRange(mark)) {
      const isInside = mark.at >= from && (mark.kind === 'inserted' ? mark.at <= to : mark.at < to);
      return isInside ? [mark] : [];
    }
    const inside = { ...mark, from: Math.max(mark.from, from), to: Math.min(mark.to, to) };
    return inside.from < inside.to ? [inside] : [];
  });
  return withEnd(composition, { from, to, marks });
}

const placeOf = (mark: ComposeMark): number => (isRange(mark) ? mark.from : mark.at);
const ORDER: Readonly<Record<ComposeMark['kind'], number>> = {
  inserted: 0,
  'left-out': 1,
  replaced: 1,
  redacted: 1,
  cased: 2,
  sic: 3,
};

function sorted(marks: readonly ComposeMark[]): ComposeMark[] {
  return marks.toSorted((a, b) => placeOf(a) - placeOf(b) || ORDER[a.kind] - ORDER[b.kind]);
}
