import type { AgreementData, AgreementLook } from './agreementData.js';
import { isFigure, measuresIn } from './agreementData.js';
import { type AgreementWords, agreementTitle } from './agreementWords.js';
import type { FigureTable, TableCell } from './figureTable.js';
import { fill } from './words.js';

/** The figures as whoever goes on computing wants them: every measure in four columns, its figure, the ends of its interval, and why there is none. */
export function agreementTable(
  data: AgreementData,
  { kind, measure }: AgreementLook,
  words: AgreementWords,
): FigureTable {
  const measures = measuresIn(data, kind);
  const rows = data.rows.filter(row => row.kind === kind);
  const hasReason = new Set(measures.filter(key => rows.some(row => !isFigure(row.measures[key]))));
  return {
    label: agreementTitle(measure, kind, words),
    columns: [
      { key: 'label', label: words.rows[kind], isNumber: false },
      ...measures.flatMap(key => {
        const { name } = words.measures[key];
        return [
          { key, label: name, isNumber: true },
          { key: `${key} low`, label: fill(words.lower, name), isNumber: true },
          { key: `${key} high`, label: fill(words.upper, name), isNumber: true },
          ...(hasReason.has(key) ? [{ key: `${key} why`, label: fill(words.reason, name), isNumber: false }] : []),
        ];
      }),
      { key: 'units', label: words.units, isNumber: true },
      { key: 'codings', label: words.codings, isNumber: true },
      { key: 'warning', label: words.warning, isNumber: false },
    ],
    rows: rows.map(row => ({
      key: row.key,
      cells: [
        { text: row.label },
        ...measures.flatMap(key => {
          const value = row.measures[key];
          const figures = isFigure(value)
            ? [number(value.value), number(value.interval?.low), number(value.interval?.high)]
            : [number(undefined), number(undefined), number(undefined)];
          const why = isFigure(value) ? '' : (value?.refused ?? words.notApplied);
          return hasReason.has(key) ? [...figures, { text: why }] : figures;
        }),
        number(row.units),
        number(row.codings),
        { text: row.prevalence?.sentence ?? '' },
      ],
    })),
  };
}

const number = (value: number | undefined): TableCell =>
  value === undefined ? { text: '' } : { text: String(value), value };
