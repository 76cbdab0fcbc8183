import assert from 'node:assert/strict';
import type { ChartDot, ChartLayer, ChartLine, ChartText } from '../../../../src/core/report/figures/chart.js';
import type { NetworkData } from '../../../../src/core/report/figures/figureData.js';
import { calmThreshold, networkFigure } from '../../../../src/core/report/figures/network.js';
import { layoutNetwork } from '../../../../src/core/report/figures/networkLayout.js';
import { people, ROOM, WORDS } from './support.js';

const of = (layers: readonly ChartLayer[], name: string) => layers.find(one => one.name === name)?.of ?? [];

/** Codes in a ring, each meeting the next; the first two most often. */
function ring(size: number): NetworkData {
  return {
    codes: Array.from({ length: size }, (_, i) => ({
      ...{ key: `c${i}`, label: `Code number ${i}`, color: 'blue', participants: people(1 + (i % 9)) },
      ...{ passages: 5, query: `code:c${i}` },
    })),
    links: Array.from({ length: size - 1 }, (_, i) => ({
      ...{ a: i, b: i + 1, passages: i === 0 ? 12 : 1 + (i % 4), participants: people(2), query: `c${i} c${i + 1}` },
    })),
    left: { inDoubt: 0, elsewhere: 0 },
  };
}

describe('the network of codes that meet', () => {
  it('has wider lines for more passages, larger circles for more participants, and leads to both', () => {
    const figure = networkFigure(ring(9), 1, WORDS);
    const { layers } = figure.chart(ROOM);
    const links = of(layers, 'links') as readonly ChartLine[];
    assert.equal(links.length, 8);
    assert.deepEqual(links.at(-1)?.link, { query: 'c0 c1' });
    assert.equal(links.at(-1)?.title, 'Code number 0 – Code number 1: 12 passages, 2 participants');
    const widths = links.map(({ width }) => width);
    assert.deepEqual(
      widths,
      widths.toSorted((a, b) => a - b),
    );
    const circles = of(layers, 'codes') as readonly ChartDot[];
    for (let i = 1; i < 9; i++) assert.ok((circles[i]?.r ?? 0) > (circles[i - 1]?.r ?? 0));
    assert.equal(figure.gist, '9 codes, 8 links. Code number 0, Code number 1: 12 passages.');
  });

  it('leaves out weaker links, the codes that have none, and says how many', () => {
    const figure = networkFigure(ring(9), 4, WORDS);
    assert.deepEqual(
      figure.table.rows.map(({ cells }) => cells[2]?.value),
      [12, 4, 4],
    );
    assert.equal(of(figure.chart(ROOM).layers, 'codes').length, 6);
    assert.equal(figure.caption, 'From 4; left out 3.');
    assert.equal(networkFigure(ring(9), 13, WORDS).isEmpty, true);
  });

  it('begins calm, but never with nothing', () => {
    assert.equal(calmThreshold(ring(9)), 1);
    assert.ok(ring(200).links.filter(({ passages }) => passages >= calmThreshold(ring(200))).length <= 60);
    assert.ok(ring(200).links.some(({ passages }) => passages >= calmThreshold(ring(200))));
    const same = { ...ring(200), links: ring(200).links.map(link => ({ ...link, passages: 3 })) };
    assert.equal(calmThreshold(same), 3);
  });

  it('is laid out the same each time; circles are apart and inside of the picture, and so are names', () => {
    const draw = () => networkFigure(ring(24), 1, WORDS).chart(ROOM);
    const chart = draw();
    assert.deepEqual(draw(), chart);
    const circles = of(chart.layers, 'codes') as readonly ChartDot[];
    for (const [i, a] of circles.entries()) {
      assert.ok(a.x - a.r >= chart.x.from && a.x + a.r <= chart.x.to && a.y - a.r >= chart.y.from);
      for (const b of circles.slice(i + 1)) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > a.r + b.r);
    }
    const names = ['start', 'middle', 'end'].map(side => of(chart.layers, `names-${side}`) as readonly ChartText[]);
    assert.equal(names.flat().length, 24);
  });

  it('brings codes that meet nearer to each other than those that do not', () => {
    const nodes = Array.from({ length: 10 }, (_, i) => ({ key: `${i}`, r: 8, half: 30 }));
    const ties = [
      [0, 5],
      [1, 6],
    ].map(([a = 0, b = 0]) => ({ a, b, strength: 1 }));
    const places = layoutNetwork(nodes, ties, 1);
    const distance = (a: number, b: number): number =>
      Math.hypot((places[a]?.x ?? 0) - (places[b]?.x ?? 0), (places[a]?.y ?? 0) - (places[b]?.y ?? 0));
    for (const [a, b] of [
      [0, 5],
      [1, 6],
    ] as const)
      for (const other of [2, 3, 4, 7, 8, 9]) assert.ok(distance(a, b) < distance(a, other));
  });
});
