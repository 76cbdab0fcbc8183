import { agreementChart } from './agreementChart.js';
import {
  type AgreementData,
  type AgreementLook,
  type AgreementRowData,
  isFigure,
  measuresIn,
} from './agreementData.js';
import { type AgreementWords, aboutMeasure, agreementText, agreementTitle, intervalText } from './agreementWords.js';
import type { Figure } from './figure.js';
import { type FigureTable, sortedRows, type TableCell, type TableSort } from './figureTable.js';
import { MOST_ROWS } from './heat.js';
import { fill } from './words.js';

/** How the figures are looked at. */
export interface AgreementFigureLook extends AgreementLook {
  readonly sort?: TableSort | undefined;
  readonly isWhole: boolean;
  /** Key of the row whose disagreements are listed. */
  readonly chosen?: string | undefined;
}

/** How far coders agree: a dot with its interval for each row, and the table of all measures. */
export function agreementFigure(data: AgreementData, look: AgreementFigureLook, words: AgreementWords): Figure {
  const { kind, measure } = look;
  const rows = data.rows.filter(row => row.kind === kind);
  const table = tableOf(data, look, words);
  const isCut = !look.isWhole && rows.length > MOST_ROWS;
  // Of many rows, those are worth a look first on which least is agreed.
  const order = isCut ? { column: measure, isDown: false } : undefined;
  const byKey = new Map(rows.map(row => [row.key, row]));
  const drawn = sortedRows(table, look.sort ?? order)
    .slice(0, isCut ? MOST_ROWS : undefined)
    .flatMap(({ key }) => byKey.get(key) ?? []);
  const title = agreementTitle(measure, kind, words);
  return {
    title,
    gist: gistOf(title, rows, look, words),
    caption: [
      words.measures[measure].meaning,
      measure === 'percent' ? words.percentCaption : words.chanceCaption,
      words.caption,
      words.measures[measure].source,
    ].join(' '),
    table,
    ...(order === undefined ? {} : { order }),
    ...(isCut ? { shown: { rows: drawn.length, of: rows.length } } : {}),
    isEmpty: rows.length === 0,
    chart: room => agreementChart(drawn, look, room, words),
  };
}

function gistOf(
  title: string,
  rows: readonly AgreementRowData[],
  { measure }: AgreementLook,
  words: AgreementWords,
): string {
  const found = rows.flatMap(({ label, measures: { [measure]: value } }) =>
    isFigure(value) ? [{ label, value }] : [],
  );
  found.sort((a, b) => a.value.value - b.value.value);
  const [low, high] = [found[0], found.at(-1)];
  if (low === undefined || high === undefined) return fill(words.noneGist, title, rows.length);
  const [least, most] = [low, high].map(({ value }) => agreementText(value.value, measure));
  return fill(words.gist, title, rows.length, low.label, least ?? '', high.label, most ?? '');
}

function tableOf(
  data: AgreementData,
  { kind, measure, chosen }: AgreementFigureLook,
  words: AgreementWords,
): FigureTable {
  const measures = measuresIn(data, kind);
  return {
    label: agreementTitle(measure, kind, words),
    columns: [
      { key: 'label', label: words.rows[kind], isNumber: false },
      ...measures.map(key => {
        const about = words.measures[key];
        return { key, label: about.short, isNumber: true, about: aboutMeasure(about) };
      }),
      { key: 'units', label: words.units, isNumber: true },
      { key: 'codings', label: words.codings, isNumber: true },
    ],
    rows: data.rows
      .filter(row => row.kind === kind)
      .map(row => ({
        key: row.key,
        cells: [
          {
            text: row.label,
            link: { row: row.key },
            ...(row.prevalence === undefined ? {} : { mark: `${words.warning}: ${row.prevalence.sentence}` }),
          },
          ...measures.map((key): TableCell => {
            const value = row.measures[key];
            if (!isFigure(value)) return { text: words.none, about: value?.refused ?? words.notApplied };
            const aside = intervalText(value, key);
            return {
              text: agreementText(value.value, key),
              value: value.value,
              ...(aside === undefined ? {} : { aside }),
            };
          }),
          { text: String(row.units), value: row.units },
          { text: String(row.codings), value: row.codings },
        ],
        isChosen: row.key === chosen,
        // Codes stand without their themes: an indent would say nothing.
        ...(row.depth === undefined || kind !== 'theme' ? {} : { depth: row.depth }),
        ...(row.color === undefined ? {} : { color: row.color }),
      })),
  };
}
