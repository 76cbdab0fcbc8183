import type {
  FigureCell,
  FigureCount,
  FigureHeader,
  MatrixData,
} from '../../../../src/core/report/figures/figureData.js';
import type { FigureWords } from '../../../../src/core/report/figures/words.js';
import { roughWidth } from '../../../../src/core/report/textWidth.js';

/** Words as short as they can be. */
export const WORDS: FigureWords = {
  axes: { code: 'Code', role: 'Role', session: 'Session' },
  counted: { participants: 'Participants', excerpts: 'Excerpts', words: 'Words' },
  ...{ oneParticipant: '1 participant', manyParticipants: '{0} participants', oneExcerpt: '1 excerpt' },
  ...{ manyExcerpts: '{0} excerpts', oneWord: '1 word', manyWords: '{0} words', onePassage: '1 passage' },
  ...{
    manyPassages: '{0} passages',
    someOf: '{0} of {1} participants',
    ofPeople: 'of {0}',
    total: 'Total',
    heldBack: 'held back',
  },
  ...{ others: '{0} others', by: '{0} by {1}', heatGist: '{0}: {1}, {2}. Most in {3}, {4}: {5}.' },
  ...{ heatByShare: 'share of {0}', heatByNumber: 'number of {0}', barsTitle: 'Of each: {0}' },
  ...{ barsGist: '{0}: {1}. Longest {2}: {3}.', barsCaption: 'Counted: {0}.', notAdding: 'Not adding up.' },
  ...{ inDoubt: 'In doubt: {0}.', elsewhere: 'Elsewhere: {0}.', networkTitle: 'Codes that meet' },
  ...{ networkGist: '{0} codes, {1} links. {2}, {3}: {4}.', networkCaption: 'From {0}; left out {1}.' },
  ...{ noneMeet: 'None meet.', codeA: 'Code', codeB: 'Meets', passages: 'Passages', participants: 'Participants' },
  ...{ whoSaidIt: 'Who', alongTitle: 'Along {0}', alongGist: '{0}: {1} codes, {2}. {3}: {4}.' },
  ...{ alongCaption: 'Left to right.', scopeCaption: 'Hatched.', inScope: 'In scope', code: 'Code' },
  ...{ speaker: 'Speaker', coder: 'Coder', line: 'Line', excerpt: 'Excerpt', words: 'Words' },
  ...{ newTitle: 'New codes', newGist: '{0}, {1}, {2} in {3}; {4} in {5}', newCaption: 'By date.' },
  ...{ session: 'Session', date: 'Date', newCodes: 'new', codesSoFar: 'so far', which: 'Which' },
};

/** Room as on a page, letters measured as in a file. */
export const ROOM = { width: 620, measure: roughWidth };

/** What a place of a picture has: so many participants, each with two excerpts. */
export function count(participants: readonly string[], query = 'q', people?: number): FigureCount {
  const excerpts = 2 * participants.length;
  return { participants, excerpts, words: 10 * excerpts, query, ...(people === undefined ? {} : { people }) };
}

/** A matrix of who is in which cell: rows of columns of participants. */
export function matrixOf(
  rows: readonly (FigureHeader & { readonly in: readonly (readonly string[])[] })[],
  columns: readonly FigureHeader[],
): MatrixData {
  const cells: FigureCell[] = rows.flatMap(({ key, in: of }, row) =>
    of.flatMap((people, column) =>
      people.length === 0
        ? []
        : [{ row, column, ...count(people, `${key} ${columns[column]?.key}`, columns[column]?.people) }],
    ),
  );
  const all = (wanted: (cell: FigureCell) => boolean, query: string): FigureCount => {
    const found = cells.filter(wanted);
    const excerpts = found.reduce((sum, one) => sum + one.excerpts, 0);
    const participants = [...new Set(found.flatMap(one => one.participants))];
    return { participants, excerpts, words: 10 * excerpts, query };
  };
  return {
    ...{ rowAxis: 'code', columnAxis: 'role', cells, held: 0, left: { inDoubt: 0, elsewhere: 0 } },
    rows: rows.map(({ in: _, ...header }) => header),
    columns,
    rowTotals: rows.map(({ key }, row) => all(cell => cell.row === row, key)),
    columnTotals: columns.map(({ key }, column) => all(cell => cell.column === column, key)),
    total: all(() => true, ''),
  };
}

/** Two roles of different size. */
export const ROLES: readonly FigureHeader[] = [
  { key: 'peer', label: 'peer', people: 9 },
  { key: 'non-peer', label: 'non-peer', people: 18 },
];

/** So many people: P1, P2, … */
export function people(many: number, prefix = 'P'): string[] {
  return Array.from({ length: many }, (_, i) => `${prefix}${i + 1}`);
}
