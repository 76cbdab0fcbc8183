import type { CountedTable } from '../../matrix/written/countedTable.js';
import { type AgreementRow, MEASURES, type MeasureName, type RowKind } from '../agreement.js';
import { figureText, MEASURE_WORDS } from './words.js';

const NONE = '–';

/** What the rows of a kind are called. */
export const ROW_WORDS: Readonly<Record<RowKind, string>> = {
  all: 'all',
  theme: 'theme',
  code: 'code',
  transcript: 'transcript',
  pair: 'coders',
};

/** The coefficients that at least one of some rows has, or has a reason not to have. */
export function measuresIn(rows: readonly AgreementRow[]): MeasureName[] {
  return MEASURES.filter(measure => rows.some(({ measures }) => measures[measure] !== undefined));
}

/** One row in full: a line for each coefficient, with what it is made of. */
export function fullTable({ measures }: AgreementRow): CountedTable {
  const shown = MEASURES.flatMap(measure => {
    const figure = measures[measure];
    return figure === undefined ? [] : [{ measure, figure }];
  });
  const number = (measure: MeasureName, value: number | undefined): string =>
    value === undefined ? NONE : figureText(measure, value);
  return {
    columns: ['coefficient', 'figure', '95 % interval', 'observed', 'by chance'].map((title, i) => ({
      title,
      isNumber: i > 0,
    })),
    rows: shown.map(({ measure, figure }) => {
      const known = figure.value === undefined ? undefined : figure;
      return [
        MEASURE_WORDS[measure].name,
        number(measure, known?.value),
        intervalText(measure, known?.interval),
        number('percent', known?.observed),
        number('percent', known?.chance),
      ];
    }),
  };
}

/** Rows of a kind: a line each, a column for each coefficient. */
export function rowsTable(rows: readonly AgreementRow[], kind: RowKind): CountedTable {
  const measures = measuresIn(rows);
  const hasIntervals = rows.some(row => intervalOf(row) !== undefined);
  const columns = [
    ROW_WORDS[kind],
    ...(kind === 'code' || kind === 'theme' ? ['title'] : []),
    'codings',
    ...measures.flatMap(measure => [
      MEASURE_WORDS[measure].short,
      ...(measure === 'alpha' && hasIntervals ? ['alpha 95 %'] : []),
    ]),
  ];
  const names = kind === 'code' || kind === 'theme' ? 2 : 1;
  return {
    columns: columns.map((title, i) => ({ title, isNumber: i >= names })),
    rows: rows.map(row => [
      ...(kind === 'code' || kind === 'theme' ? [row.key, row.label] : [row.label]),
      String(row.codings),
      ...measures.flatMap(measure => {
        const value = row.measures[measure]?.value;
        const text = value === undefined ? NONE : figureText(measure, value);
        return measure === 'alpha' && hasIntervals ? [text, intervalText('alpha', intervalOf(row))] : [text];
      }),
    ]),
    ...(kind === 'theme' ? { depths: rows.map(({ depth = 0 }) => depth) } : {}),
  };
}

function intervalOf({ measures: { alpha } }: AgreementRow) {
  return alpha?.value === undefined ? undefined : alpha.interval;
}

function intervalText(
  measure: MeasureName,
  interval: { readonly low: number; readonly high: number } | undefined,
): string {
  if (interval === undefined) return NONE;
  return `${figureText(measure, interval.low)} to ${figureText(measure, interval.high)}`;
}
