import type { Corpus } from '../../analysis/corpus/corpus.js';
import { fromTranscripts } from '../../analysis/matrix/fromTranscripts.js';
import type {
  CodesAlong,
  CooccurrenceMatrix,
  Matrix,
  MatrixCell,
  MatrixHeader,
  NewCodes,
} from '../../analysis/matrix/matrix.js';
import { allOf, exactly } from '../../analysis/matrix/questions.js';
import { formatQuery } from '../../analysis/query/format.js';
import { sessionsOf } from '../../analysis/sample/sessions.js';
import type { Codebook } from '../../codebook/codebook.js';
import { colorOf } from '../../codebook/colors.js';
import type { Pieces } from '../../pieces.js';
import { shorten } from '../../text/shorten.js';
import type { PublicMatrix } from '../disclosure/publicMatrix.js';
import type {
  AlongData,
  FigureCell,
  FigureCount,
  FigureHeader,
  MatrixData,
  NetworkData,
  NetworkLink,
  NewCodesData,
} from './figureData.js';

/** How much of an excerpt stands in a table, in code points. */
const EXCERPT_SHOWN = 140;

/** A matrix as plain data, without what is held back. */
export function* matrixData(
  matrix: Matrix,
  codebook: Codebook,
  { isHeld, held }: Pick<PublicMatrix, 'isHeld' | 'held'> = { isHeld: () => false, held: 0 },
): Pieces<MatrixData> {
  const { rowAxis, columnAxis, rows, columns } = matrix;
  function* told(cell: MatrixCell, row: number | undefined, column: number | undefined): Pieces<FigureCount> {
    if (isHeld(row, column)) return HELD_BACK;
    yield* cell.countWords();
    const count = countOf(cell);
    if (held === 0) return count;
    const { participants, excerpts, words, query } = count;
    return { participants: participants.map(() => ''), excerpts, words, query };
  }
  const cells: FigureCell[] = [];
  for (let row = 0; row < rows.length; row++) {
    for (let column = 0; column < columns.length; column++) {
      const cell = matrix.cell(row, column);
      if (cell.excerpts.length > 0 || isHeld(row, column))
        cells.push({ row, column, ...(yield* told(cell, row, column)) });
      yield;
    }
  }
  const rowTotals: FigureCount[] = [];
  for (const row of rows.keys()) rowTotals.push(yield* told(matrix.rowTotal(row), row, undefined));
  const columnTotals: FigureCount[] = [];
  for (const column of columns.keys()) columnTotals.push(yield* told(matrix.columnTotal(column), undefined, column));
  return {
    ...{ rowAxis, columnAxis, cells, rowTotals, columnTotals },
    rows: rows.map(header => headerOf(header, rowAxis, codebook)),
    columns: columns.map(header => headerOf(header, columnAxis, codebook)),
    total: yield* told(matrix.total, undefined, undefined),
    held,
    left: matrix.left,
  };
}

/** Which codes meet, as plain data. */
export function* networkData(matrix: CooccurrenceMatrix, codebook: Codebook): Pieces<NetworkData> {
  const { codes } = matrix;
  const links: NetworkLink[] = [];
  for (let a = 0; a < codes.length; a++) {
    for (let b = a + 1; b < codes.length; b++) {
      const meeting = matrix.cell(a, b);
      if (meeting === undefined) continue;
      // Not by spreading it: its question is worked out when it is asked for, and would be left behind.
      const { passages, participants, query } = meeting;
      links.push({ a, b, passages, participants, query });
      yield;
    }
    yield;
  }
  return {
    codes: codes.map((header, i) => {
      const { participants, passages, query } = matrix.cell(i, i) ?? { participants: [], passages: 0, query: '' };
      return { ...headerOf(header, 'code', codebook), participants, passages, query };
    }),
    links,
    left: matrix.left,
  };
}

/** The codes along a transcript, as plain data. */
export function alongData({ transcript, name, turns, lanes, scope }: CodesAlong, codebook: Codebook): AlongData {
  return {
    ...{ transcript, name, turns },
    lanes: lanes.map(({ code, label, passages }) => ({
      ...headerOf({ key: code, label }, 'code', codebook),
      passages: passages.map(({ start, end, excerpt }) => ({
        ...{ start, end, id: excerpt.coding.id, coder: excerpt.coder, line: excerpt.line ?? 1, words: excerpt.words },
        text: shorten(excerpt.text, EXCERPT_SHOWN),
        speakers: excerpt.voices.map(({ speaker }) => speaker),
      })),
    })),
    ...(scope === undefined ? {} : { scope }),
  };
}

/** What each session brought that was new, as plain data. */
export function* newCodesData(sessions: readonly NewCodes[], corpus: Corpus): Pieces<NewCodesData> {
  const { codebook } = corpus.study;
  const told: NewCodesData['sessions'][number][] = [];
  const all = new Map(sessionsOf(corpus.transcripts).map(session => [session.transcripts[0]?.path, session]));
  for (const { transcript, name, date, newCodes, codesSoFar } of sessions) {
    const session = fromTranscripts(corpus, all.get(transcript)?.transcripts ?? [], name);
    const found = newCodes.flatMap(id => codebook.find(id) ?? []);
    told.push({
      ...{ key: transcript, name, codesSoFar },
      ...(date === undefined ? {} : { date }),
      newCodes: found.map(code => ({
        label: code.title,
        query: formatQuery(allOf(exactly(corpus, code), session)),
      })),
    });
    yield;
  }
  return { sessions: told };
}

const HELD_BACK: FigureCount = { participants: [], excerpts: 0, words: 0, query: '', isHeld: true };

function countOf({ participants, excerpts, words, people, query }: MatrixCell): FigureCount {
  return { participants, excerpts: excerpts.length, words, query, ...(people === undefined ? {} : { people }) };
}

function headerOf(header: MatrixHeader, axis: string, codebook: Codebook): FigureHeader {
  const entry = axis === 'code' || axis === 'theme' ? codebook.find(header.key) : undefined;
  return entry === undefined ? header : { ...header, color: colorOf(entry) };
}
