import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CorpusExcerpt } from '../../../../src/core/analysis/corpus/corpus.js';
import type { Matrix, MatrixCell } from '../../../../src/core/analysis/matrix/matrix.js';
import { parseCodebook } from '../../../../src/core/codebook/parse.js';
import { atOnce, type Pieces } from '../../../../src/core/pieces.js';
import { HELD, type PublicMatrix, publicMatrix } from '../../../../src/core/report/disclosure/publicMatrix.js';
import { barsFigure } from '../../../../src/core/report/figures/bars.js';
import type { Chart } from '../../../../src/core/report/figures/chart.js';
import type { Figure } from '../../../../src/core/report/figures/figure.js';
import type { MatrixData } from '../../../../src/core/report/figures/figureData.js';
import { matrixData } from '../../../../src/core/report/figures/fromCorpus.js';
import { heatFigure } from '../../../../src/core/report/figures/heat.js';
import { ROOM, WORDS } from '../figures/support.js';
import { computable, everyPerson, everyTable, flat, type Person, type Shape, tableOf } from './support/populations.js';

const SHAPE: Shape = { columns: 2, codes: 2, oneColumn: true };
const SIZE = 6;
const BOOK = parseCodebook('# Codebook\n');
/** An order that would tell which of two figures is larger, and a choice of the largest. */
const LOOK = { counted: 'participants', sort: { column: 'total', isDown: true }, isWhole: false } as const;

/** What is known already. */
function* counted(words: number): Pieces<number> {
  yield;
  return words;
}

/** A matrix of themes and codes by role, of which everything is known. */
function matrixBy(people: readonly Person[], { columns, codes }: Shape): Matrix {
  const all = [...Array(codes).keys()];
  const rows = [all.slice(0, -1), ...all.map(code => [code])];
  const each = [...Array(columns).keys()];
  const cellOf = (some: readonly number[], of: readonly number[]): MatrixCell => {
    const participants = people.flatMap((person, i) =>
      of.some(column => some.some(code => person[column]?.[code] === true)) ? [`Somebody ${i}`] : [],
    );
    const excerpts = participants.map(() => ({}) as CorpusExcerpt);
    const words = 10 * excerpts.length;
    return { participants, excerpts, words, countWords: () => counted(words), query: '' };
  };
  const ofColumn = (column: number): number => people.filter(person => person[column] !== undefined).length;
  return {
    rowAxis: 'theme',
    columnAxis: 'role',
    rows: rows.map((_, r) => ({ key: `row ${r}`, label: `row ${r}`, depth: r > 0 && r < codes ? 1 : 0 })),
    columns: each.map(column => ({ key: `role ${column}`, label: `role ${column}`, people: ofColumn(column) })),
    cell: (row, column) => cellOf(rows[row] ?? [], [column]),
    rowTotal: row => cellOf(rows[row] ?? [], each),
    columnTotal: column => cellOf(all, [column]),
    total: { ...cellOf(all, each), people: people.length },
    left: { inDoubt: 0, elsewhere: 0 },
  };
}

/** What the table of a figure shows, in the order of `flat`: null for what is held back or not in it. */
function seenIn({ table }: Figure, { columns }: Shape): (number | null)[] {
  const figures = table.rows.map(({ cells }) =>
    cells.slice(1).map(({ text }) => (text === HELD ? null : Number(text.split(' ')[0]))),
  );
  const people = table.columns.slice(1, -1).map(({ label }) => Number(/ of (\d+)$/.exec(label)?.[1] ?? Number.NaN));
  return [
    ...figures.flatMap(row => row.slice(0, columns)),
    ...figures.map(row => row[columns] ?? null),
    ...Array.from({ length: columns + 1 }, () => null),
    ...people.map(count => (Number.isNaN(count) ? null : count)),
    null,
  ];
}

const figuresOf = (data: MatrixData): Figure[] => [
  heatFigure(data, LOOK, WORDS),
  ...(['stacked', 'grouped'] as const).map(shape => barsFigure(data, { ...LOOK, shape }, WORDS)),
];

/** How long the parts of bars are, row by row. */
function partsIn({ layers }: Chart, rows: number): number[][] {
  const bars = layers.find(({ name }) => name === 'bars');
  const rects = bars?.is === 'rects' ? bars.of : [];
  return [...Array(rows).keys()].map(row =>
    rects.filter(({ y1 }) => Math.floor(y1) === row).map(({ x1, x2 }) => x2 - x1),
  );
}

describe('figures that may leave', () => {
  it('give no small cell away, in cells, bars, orders and names, whoever the people are', function () {
    this.timeout(120_000);
    const tables = [SIZE - 1, SIZE, SIZE + 1].flatMap(size => everyTable(SHAPE, size));
    const anyPeople = fc.array(fc.constantFrom(...everyPerson(SHAPE)), { minLength: SIZE, maxLength: SIZE });
    let [held, broken] = [0, 0];
    fc.assert(
      fc.property(anyPeople, fc.constantFrom(2, 3, 4), (people, smallestCell) => {
        const values = flat(tableOf(people, SHAPE));
        const [cells, totals] = [SHAPE.columns * (SHAPE.codes + 1), SHAPE.codes + 1];
        // Rows are no attribute, and neither is everybody.
        const isByAttribute = (at: number): boolean =>
          at < cells || (at >= cells + totals && at !== cells + totals + SHAPE.columns && at < values.length - 1);
        const isSmall = (at: number): boolean =>
          isByAttribute(at) && (values[at] ?? 0) > 0 && (values[at] ?? 0) < smallestCell;
        const matrix = matrixBy(people, SHAPE);
        const shown = publicMatrix(matrix, undefined, smallestCell);
        const data = atOnce(matrixData(shown.matrix, BOOK, shown));
        held += data.held;
        for (const figure of figuresOf(data)) {
          const seen = seenIn(figure, SHAPE);
          for (const [at, value] of seen.entries()) if (value !== null) assert.equal(value, values[at]);
          assert.deepEqual(computable(seen, tables).filter(isSmall), []);
          if (data.held > 0) assertSilent(figure, data);
        }
        const small: PublicMatrix['isHeld'] = (row, column) =>
          row !== undefined && column !== undefined && isSmall(row * SHAPE.columns + column);
        const naive = atOnce(matrixData(matrix, BOOK, { isHeld: small, held: 1 }));
        if (computable(seenIn(heatFigure(naive, LOOK, WORDS), SHAPE), tables).some(isSmall)) broken++;
      }),
      { numRuns: 150 },
    );
    assert.ok(held > 100 && broken > 15, `${held} held back; holding back small cells alone is caught ${broken} times`);
  });

  it('put no columns together where a figure is held back, as that is one figure more', () => {
    const roles = [...Array(10).keys()];
    const people = roles.flatMap((role): Person[] =>
      [...Array(role === 4 ? 1 : 5)].map(() => roles.map(other => (other === role ? [true] : undefined))),
    );
    const matrix = matrixBy(people, { columns: 10, codes: 1, oneColumn: true });
    const shown = publicMatrix(matrix, undefined, 3);
    const labelsOf = (data: MatrixData): string[] =>
      barsFigure(data, { ...LOOK, shape: 'stacked' }, WORDS).table.columns.map(({ label }) => label);
    assert.deepEqual(
      labelsOf(atOnce(matrixData(shown.matrix, BOOK, shown))).slice(1, -1),
      roles.map(role => `role ${role}`),
    );
    assert.ok(labelsOf(atOnce(matrixData(matrix, BOOK))).includes('3 others'));
  });
});

/** Neither order nor names nor lengths tell more than the table. */
function assertSilent(figure: Figure, data: MatrixData): void {
  assert.deepEqual([figure.isFixed, figure.order], [true, undefined]);
  const chart = figure.chart(ROOM);
  const labels = chart.axes.find(({ side }) => side === 'left')?.ticks.map(({ label }) => label);
  assert.deepEqual(
    labels,
    data.rows.map(({ label }) => label),
  );
  assert.doesNotMatch(JSON.stringify([chart, figure.table, figure.gist, figure.caption]), /Somebody/);
  const told = figure.table.rows.map(({ cells }) =>
    cells.slice(1, -1).flatMap(({ value = 0 }) => (value > 0 ? [value] : [])),
  );
  if (chart.layers.some(({ name }) => name === 'bars')) {
    const drawn = partsIn(chart, data.rows.length);
    assert.deepEqual(
      drawn.map(row => row.sort()),
      told.map(row => row.sort()),
    );
  } else {
    const texts = chart.layers.flatMap(layer => (layer.is === 'texts' && layer.name === 'figures' ? layer.of : []));
    assert.deepEqual(
      texts
        .map(({ text }) => text)
        .filter(text => text !== HELD)
        .sort(),
      told.flat().map(String).sort(),
    );
  }
}
