import { formatQuery } from '../../query/format.js';
import { EVERYTHING, type Query } from '../../query/query.js';
import type { CooccurrenceMatrix, Meeting, MeetingUnit } from '../matrix.js';
import type { CountedTable } from './countedTable.js';
import { leftSentence, NO_CODE_OR_TURN, WHAT_MEETS } from './sentences.js';
import { type TableDocument, tableCsv, tableMarkdown } from './tables.js';

/** What can be counted where codes meet. */
export type CountedMeetings = 'participants' | 'passages';

/** Two codes that meet. */
export interface MeetingPair {
  /** Indices of the codes, the smaller one first. */
  readonly a: number;
  readonly b: number;
  readonly meeting: Meeting;
}

/** All codes that meet, most first, then as in the codebook. */
export function meetingPairs(matrix: CooccurrenceMatrix, counted: CountedMeetings): MeetingPair[] {
  const pairs: MeetingPair[] = [];
  for (const a of matrix.codes.keys()) {
    for (let b = a + 1; b < matrix.codes.length; b++) {
      const meeting = matrix.cell(a, b);
      if (meeting !== undefined) pairs.push({ a, b, meeting });
    }
  }
  const other: CountedMeetings = counted === 'participants' ? 'passages' : 'participants';
  return pairs.sort(
    (x, y) =>
      amount(y.meeting, counted) - amount(x.meeting, counted) || amount(y.meeting, other) - amount(x.meeting, other),
  );
}

/** All codes by all codes as CSV: one figure a cell, on the diagonal that of the code itself. */
export function cooccurrenceCsv({ codes, cell }: CooccurrenceMatrix, counted: CountedMeetings): Generator<string> {
  return tableCsv({
    columns: ['code', ...codes.map(({ key }) => key)].map((title, i) => ({ title, isNumber: i > 0 })),
    rows: codes.map(({ key }, a) => [key, ...codes.map((_, b) => String(amount(cell(a, b), counted)))]),
  });
}

/** The codes that meet as a Markdown document, most first. */
export function cooccurrenceMarkdown(
  matrix: CooccurrenceMatrix,
  counted: CountedMeetings,
  query: Query = EVERYTHING,
): string {
  return tableMarkdown(cooccurrenceDocument(matrix, counted, query));
}

/** The codes that meet with what is to be said of it. */
export function cooccurrenceDocument(
  matrix: CooccurrenceMatrix,
  counted: CountedMeetings,
  query: Query = EVERYTHING,
): TableDocument {
  const inTurns = matrix.unit !== 'overlap';
  return {
    title: `Codes that meet ${whereOf(matrix.unit)}`,
    query: formatQuery(query),
    table: pairsTable(matrix, counted),
    sentences: [
      WHAT_MEETS,
      ...(inTurns ? ['Passages of one code in the same turn count as one, too.'] : []),
      leftSentence(matrix.left, NO_CODE_OR_TURN),
    ],
  };
}

function pairsTable(matrix: CooccurrenceMatrix, counted: CountedMeetings): CountedTable {
  const { people, codes } = matrix;
  const title = (at: number): string => codes[at]?.label ?? '';
  return {
    columns: [
      { title: 'code', isNumber: false },
      { title: 'and', isNumber: false },
      { title: people === undefined ? 'participants' : `participants (of ${people})`, isNumber: true },
      { title: 'passages', isNumber: true },
    ],
    rows: meetingPairs(matrix, counted).map(({ a, b, meeting }) => [
      title(a),
      title(b),
      String(meeting.participants.length),
      String(meeting.passages),
    ]),
  };
}

function whereOf(unit: MeetingUnit): string {
  if (unit === 'overlap') return 'in the same words';
  if (unit === 'turn') return 'in the same turn';
  return `at most ${unit.near} ${unit.near === 1 ? 'turn' : 'turns'} apart`;
}

function amount(meeting: Meeting | undefined, counted: CountedMeetings): number {
  if (meeting === undefined) return 0;
  return counted === 'passages' ? meeting.passages : meeting.participants.length;
}
