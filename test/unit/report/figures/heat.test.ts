import assert from 'node:assert/strict';
import type { ChartLayer } from '../../../../src/core/report/figures/chart.js';
import { heatFigure, MOST_COLUMNS, MOST_ROWS } from '../../../../src/core/report/figures/heat.js';
import { matrixOf, people, ROLES, ROOM, WORDS } from './support.js';

const LOOK = { counted: 'participants', isWhole: false } as const;
const layer = <K extends ChartLayer['is']>(layers: readonly ChartLayer[], is: K, name: string) =>
  layers.find(one => one.is === is && one.name === name) as Extract<ChartLayer, { is: K }>;

describe('the heat map of a matrix', () => {
  const data = matrixOf(
    [
      { key: 'hope', label: 'Hope', color: 'amber', depth: 1, in: [people(7, 'PP'), people(7, 'NP')] },
      { key: 'own-story', label: 'Own story', depth: 1, in: [people(2, 'PP'), []] },
      { key: 'unused', label: 'Unused', depth: 0, in: [[], []] },
    ],
    ROLES,
  );

  it('has a figure in each cell with something in it, the sum of each row, and where they lead', () => {
    const chart = heatFigure(data, LOOK, WORDS).chart(ROOM);
    const cells = layer(chart.layers, 'rects', 'cells').of;
    const figures = layer(chart.layers, 'texts', 'figures').of;
    assert.deepEqual(
      figures.map(({ text }, i) => [text, cells[i]?.link]),
      [
        ['7', { query: 'hope peer' }],
        ['7', { query: 'hope non-peer' }],
        ['2', { query: 'own-story peer' }],
      ],
    );
    assert.equal(
      cells[0]?.title,
      'Hope, peer: 7 of 9 participants, 14 excerpts, 140 words (PP1, PP2, PP3, PP4, PP5, PP6, PP7)',
    );
    assert.deepEqual(
      layer(chart.layers, 'texts', 'sums').of.map(({ text }) => text),
      ['14', '2', '0'],
    );
    assert.equal(layer(chart.layers, 'rects', 'stripes').of.length, 1);
  });

  it('shades participants by their share: seven of nine is more than seven of eighteen', () => {
    const figure = heatFigure(data, LOOK, WORDS);
    const cells = layer(figure.chart(ROOM).layers, 'rects', 'cells').of;
    assert.deepEqual(cells[0]?.fill, { heat: 1 });
    assert.deepEqual(cells[1]?.fill, { heat: 0.12 + 0.88 * 0.5 });
    assert.match(figure.caption, /^share of Participants/);
    const byNumber = heatFigure(data, { ...LOOK, counted: 'excerpts' }, WORDS);
    assert.match(byNumber.caption, /^number of Excerpts/);
    assert.deepEqual(layer(byNumber.chart(ROOM).layers, 'rects', 'cells').of[1]?.fill, { heat: 1 });
  });

  it('has the same figures in its table, and says the gist', () => {
    const { table, gist } = heatFigure(data, LOOK, WORDS);
    assert.deepEqual(
      table.columns.map(({ label }) => label),
      ['Code', 'peer of 9', 'non-peer of 18', 'Total'],
    );
    assert.deepEqual(
      table.rows.map(({ cells }) => cells.map(({ text }) => text)),
      [
        ['Hope', '7', '7', '14'],
        ['Own story', '2', '0', '2'],
        ['Unused', '0', '0', '0'],
      ],
    );
    assert.equal(table.rows[1]?.cells[2]?.link, undefined);
    assert.equal(gist, 'Code by Role: 3, 2. Most in Hope, peer: 7 participants.');
  });

  it('follows the order of the table', () => {
    const sorted = heatFigure(data, { ...LOOK, sort: { column: 'label', isDown: true } }, WORDS);
    const axis = sorted.chart(ROOM).axes.find(({ side }) => side === 'left');
    assert.deepEqual(
      axis?.ticks.map(({ label }) => label),
      ['Unused', 'Own story', 'Hope'],
    );
  });

  it('says what is in no cell, and is empty where nothing is', () => {
    const left = { ...data, left: { inDoubt: 3, elsewhere: 1 } };
    assert.match(heatFigure(left, LOOK, WORDS).caption, /In doubt: 3 excerpts\. Elsewhere: 1 excerpt\.$/);
    assert.equal(heatFigure({ ...data, cells: [] }, LOOK, WORDS).isEmpty, true);
  });

  it('shows the largest of many rows and columns first, and all of them when asked', () => {
    const columns = Array.from({ length: 60 }, (_, i) => ({ key: `s${i}`, label: `Session ${i}` }));
    const rows = Array.from({ length: 90 }, (_, row) => ({
      ...{ key: `c${row}`, label: `Code ${row}` },
      in: columns.map((_, column) => people(1 + ((row + column) % 5))),
    }));
    const large = matrixOf(rows, columns);
    const cut = heatFigure(large, { ...LOOK, counted: 'excerpts' }, WORDS);
    assert.deepEqual(cut.shown, { rows: MOST_ROWS, of: 90, columns: MOST_COLUMNS, ofColumns: 60 });
    const sums = layer(cut.chart(ROOM).layers, 'texts', 'sums').of.map(({ text }) => Number(text));
    assert.equal(sums.length, MOST_ROWS);
    assert.deepEqual(
      sums,
      sums.toSorted((a, b) => b - a),
    );
    const whole = heatFigure(large, { ...LOOK, counted: 'excerpts', isWhole: true }, WORDS);
    assert.equal(whole.shown, undefined);
    assert.equal(layer(whole.chart(ROOM).layers, 'rects', 'cells').of.length, 90 * 60);
  });
});
