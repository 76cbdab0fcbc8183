import type { Axis, Counted, LeftOut } from '../../analysis/matrix/matrix.js';
import type { FigureCount } from './figureData.js';

/** The words of pictures and their tables; `{0}`, `{1}`, … stand for what is filled in. */
export interface FigureWords {
  /** What rows and columns are; an attribute has its own name. */
  readonly axes: Readonly<Record<string, string>>;
  readonly counted: Readonly<Record<Counted, string>>;
  readonly oneParticipant: string;
  readonly manyParticipants: string;
  readonly oneExcerpt: string;
  readonly manyExcerpts: string;
  readonly oneWord: string;
  readonly manyWords: string;
  readonly onePassage: string;
  readonly manyPassages: string;
  /** `{0}` of `{1}` participants. */
  readonly someOf: string;
  /** Below the name of a column: of how many. */
  readonly ofPeople: string;
  readonly total: string;
  readonly heldBack: string;
  readonly others: string;
  /** `{0}`: rows, `{1}`: columns. */
  readonly by: string;
  readonly heatGist: string;
  readonly heatByShare: string;
  readonly heatByNumber: string;
  readonly barsTitle: string;
  readonly barsGist: string;
  readonly barsCaption: string;
  readonly notAdding: string;
  /** `{0}`: excerpts whose place is not certain; `{0}`: excerpts that are in no row or column. */
  readonly inDoubt: string;
  readonly elsewhere: string;
  readonly networkTitle: string;
  readonly networkGist: string;
  readonly networkCaption: string;
  readonly noneMeet: string;
  readonly codeA: string;
  readonly codeB: string;
  readonly passages: string;
  readonly participants: string;
  readonly whoSaidIt: string;
  readonly alongTitle: string;
  readonly alongGist: string;
  readonly alongCaption: string;
  readonly scopeCaption: string;
  readonly inScope: string;
  readonly code: string;
  readonly speaker: string;
  readonly coder: string;
  readonly line: string;
  readonly excerpt: string;
  readonly words: string;
  readonly newTitle: string;
  readonly newGist: string;
  readonly newCaption: string;
  readonly session: string;
  readonly date: string;
  readonly newCodes: string;
  readonly codesSoFar: string;
  readonly which: string;
}

/** Fills `{0}`, `{1}`, … of a text. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}

/** What an axis is called. */
export function axisName(axis: Axis, words: FigureWords): string {
  return Object.hasOwn(words.axes, axis) ? (words.axes[axis] ?? axis) : axis;
}

/** A figure in words: “6 participants”. */
export function inWords(counted: Counted | 'passages', count: number, words: FigureWords): string {
  const forms = {
    participants: [words.oneParticipant, words.manyParticipants],
    excerpts: [words.oneExcerpt, words.manyExcerpts],
    words: [words.oneWord, words.manyWords],
    passages: [words.onePassage, words.manyPassages],
  } as const;
  const [one, many] = forms[counted];
  return count === 1 ? one : fill(many, count);
}

/** So many names are spelled out. */
const MOST_NAMES = 12;

/** All that is counted in a place, in a line: “7 of 9 participants, 21 excerpts, 840 words (PP1, PP3, …)”. */
export function described(count: FigureCount, words: FigureWords): string {
  if (count.isHeld) return words.heldBack;
  const { participants, excerpts, people } = count;
  const who =
    people === undefined
      ? inWords('participants', participants.length, words)
      : fill(words.someOf, participants.length, people);
  const known = participants.filter(name => name !== '');
  const names = known.slice(0, MOST_NAMES).join(', ') + (known.length > MOST_NAMES ? ', …' : '');
  const all = [who, inWords('excerpts', excerpts, words), inWords('words', count.words, words)].join(', ');
  return names === '' ? all : `${all} (${names})`;
}

/** What of that which was asked for is in no figure, in sentences. */
export function leftOut({ inDoubt, elsewhere }: LeftOut, words: FigureWords): string[] {
  return [
    ...(inDoubt > 0 ? [fill(words.inDoubt, inWords('excerpts', inDoubt, words))] : []),
    ...(elsewhere > 0 ? [fill(words.elsewhere, inWords('excerpts', elsewhere, words))] : []),
  ];
}
