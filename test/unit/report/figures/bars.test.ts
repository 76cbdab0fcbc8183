import assert from 'node:assert/strict';
import { type BarShape, barsFigure } from '../../../../src/core/report/figures/bars.js';
import type { ChartLayer, ChartRect, ChartText } from '../../../../src/core/report/figures/chart.js';
import { legendPlaces } from '../../../../src/core/report/figures/legend.js';
import { matrixOf, people, ROLES, ROOM, WORDS } from './support.js';

const look = (shape: BarShape, row?: string) => ({ counted: 'participants', isWhole: false, shape, row }) as const;
const of = (layers: readonly ChartLayer[], name: string) => layers.find(one => one.name === name)?.of ?? [];

describe('bars of a matrix', () => {
  const data = matrixOf(
    [
      { key: 'few', label: 'Few', in: [people(1, 'PP'), people(2, 'NP')] },
      { key: 'many', label: 'Many', in: [people(7, 'PP'), people(9, 'NP')] },
    ],
    ROLES,
  );

  it('stand in parts behind each other, the longest first, with the figure of the whole at the end', () => {
    const figure = barsFigure(data, look('stacked'), WORDS);
    const { layers, legend, x } = figure.chart(ROOM);
    const parts = of(layers, 'bars') as readonly ChartRect[];
    assert.deepEqual(
      parts.map(({ x1, x2, link }) => [x1, x2, link]),
      [
        [0, 7, { query: 'many peer' }],
        [7, 16, { query: 'many non-peer' }],
        [0, 1, { query: 'few peer' }],
        [1, 3, { query: 'few non-peer' }],
      ],
    );
    assert.deepEqual(
      (of(layers, 'figures') as readonly ChartText[]).map(({ text }) => text),
      ['16', '3'],
    );
    assert.ok(x.to >= 16);
    assert.deepEqual(
      legend.map(({ label, fill }) => [label, fill]),
      [
        ['peer', { code: 'blue', pattern: 0 }],
        ['non-peer', { code: 'amber', pattern: 1 }],
      ],
    );
    assert.equal(figure.gist, 'Code by Role: 2. Longest Many: 16 participants.');
  });

  it('stand beside each other within their row', () => {
    const parts = of(barsFigure(data, look('grouped'), WORDS).chart(ROOM).layers, 'bars') as readonly ChartRect[];
    assert.deepEqual(
      parts.map(({ x1, x2 }) => [x1, x2]),
      [
        [0, 7],
        [0, 9],
        [0, 1],
        [0, 2],
      ],
    );
    for (const [i, { y1, y2 }] of parts.entries()) {
      assert.ok(y1 < y2 && y1 >= Math.floor(i / 2) && y2 <= Math.floor(i / 2) + 1);
      if (i % 2 === 1) assert.ok(y1 >= (parts[i - 1]?.y2 ?? 0));
    }
  });

  it('are one row by its columns, with how many there could be', () => {
    const figure = barsFigure(data, look('stacked', 'many'), WORDS);
    assert.equal(figure.title, 'Many by Role');
    assert.deepEqual(
      (of(figure.chart(ROOM).layers, 'figures') as readonly ChartText[]).map(({ text }) => text),
      ['9 of 18', '7 of 9'],
    );
    assert.deepEqual(
      figure.table.rows.map(({ cells }) => [cells[0]?.text, cells[1]?.value, cells[1]?.link]),
      [
        ['peer', 7, { query: 'many peer' }],
        ['non-peer', 9, { query: 'many non-peer' }],
      ],
    );
  });

  it('say so where parts are more than the whole, because somebody is in several', () => {
    assert.doesNotMatch(barsFigure(data, look('stacked'), WORDS).caption, /Not adding up/);
    const twice = matrixOf([{ key: 'x', label: 'X', in: [['PP1'], ['PP1']] }], ROLES);
    const figure = barsFigure(twice, look('stacked'), WORDS);
    assert.match(figure.caption, /Not adding up\.$/);
    // The figure stands behind the longer of the two.
    const [end] = of(figure.chart(ROOM).layers, 'figures') as readonly ChartText[];
    assert.deepEqual([end?.x, end?.text], [2, '1']);
  });

  it('put the smallest of many parts together, each participant once', () => {
    const columns = Array.from({ length: 12 }, (_, i) => ({ key: `s${i}`, label: `Session ${i}` }));
    const row = { key: 'x', label: 'X', in: columns.map((_, i) => (i < 7 ? people(5) : ['P1'])) };
    const { table, chart } = barsFigure(matrixOf([row], columns), look('stacked'), WORDS);
    assert.equal(table.columns.at(-2)?.label, '5 others');
    const rest = (of(chart(ROOM).layers, 'bars') as readonly ChartRect[]).at(-1);
    assert.equal(rest && rest.x2 - rest.x1, 1);
    assert.deepEqual(rest?.link, { query: [7, 8, 9, 10, 11].map(i => `(x s${i})`).join(' or ') });
  });
});

describe('a legend', () => {
  it('goes on in a new line where there is no room', () => {
    const { lines, places } = legendPlaces(['a', 'b', 'c'], 100, () => 20);
    assert.equal(lines, 3);
    assert.deepEqual(places.at(-1), { x: 0, line: 2 });
    assert.equal(legendPlaces(['a', 'b', 'c'], 500, () => 20).lines, 1);
    assert.equal(legendPlaces([], 500, () => 20).lines, 0);
  });
});
