import { countOf } from '../../text/countOf.js';

/** What an export held back, and why. */
export interface HeldBack {
  /** Attributes that are there and do not leave, as the policy writes them. */
  readonly withheld: readonly string[];
  /** Attributes that the policy withholds and nothing is called. */
  readonly unknown: readonly string[];
  /** Whether people are named by public ids. */
  readonly hasPublicIds: boolean;
  /** How many transcripts have a neutral name, because they have no public one or theirs gives something away. */
  readonly neutralTranscripts: number;
  /** Notes on codings: written for the team, so nobody can tell what they give away. */
  readonly memos: number;
  /** Cells of tables, with the number of people from which on a cell is shown. */
  readonly cells: number;
  readonly smallestCell: number;
  /** Further things that were left out, each in a sentence. */
  readonly further: readonly string[];
}

/** Nothing is held back. */
export const NOTHING_HELD: HeldBack = {
  withheld: [],
  unknown: [],
  hasPublicIds: false,
  neutralTranscripts: 0,
  memos: 0,
  cells: 0,
  smallestCell: 0,
  further: [],
};

/** The same with more cells, or with further things left out. */
export function heldBesides(held: HeldBack, cells: number, ...further: readonly string[]): HeldBack {
  return { ...held, cells: held.cells + cells, further: [...new Set([...held.further, ...further])] };
}

/** What was held back and why, in plain sentences for the end of an export; none where nothing was. */
export function heldBackStatement(held: HeldBack): string[] {
  const { withheld, unknown, hasPublicIds, neutralTranscripts, memos, cells, smallestCell, further } = held;
  return [
    ...(withheld.length > 0 ? [`Held back by the study’s disclosure policy: ${listed(withheld)}.`] : []),
    ...(hasPublicIds ? ['Participants have public ids here, not those of the study.'] : []),
    ...(neutralTranscripts > 0
      ? [`${countOf(neutralTranscripts, 'transcript')} ${neutralTranscripts === 1 ? 'has' : 'have'} a neutral name.`]
      : []),
    ...(memos > 0 ? [`Notes on ${countOf(memos, 'coding')} were written for the team and are held back.`] : []),
    ...(cells > 0
      ? [
          `${countOf(cells, 'figure')} ${cells === 1 ? 'is' : 'are'} held back: cells with fewer than ${smallestCell} people, and those from which they could be computed.`,
        ]
      : []),
    ...further,
    ...(unknown.length > 0
      ? [
          `Nothing in this study is called ${listed(unknown.map(name => `“${name}”`))}, so nothing was held back by that name.`,
        ]
      : []),
  ];
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
