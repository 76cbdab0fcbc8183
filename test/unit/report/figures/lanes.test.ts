import assert from 'node:assert/strict';
import { alongFigure } from '../../../../src/core/report/figures/along.js';
import type { ChartLayer, ChartRect, ChartText } from '../../../../src/core/report/figures/chart.js';
import type { AlongData } from '../../../../src/core/report/figures/figureData.js';
import { newCodesFigure } from '../../../../src/core/report/figures/newCodes.js';
import { ROOM, WORDS } from './support.js';

const of = (layers: readonly ChartLayer[], name: string) => layers.find(one => one.name === name)?.of ?? [];

describe('the codes along a transcript', () => {
  const passage = (id: string, start: number, end: number) => ({
    ...{
      id,
      start,
      end,
      coder: 'EA',
      line: Math.round(100 * start),
      text: 'What was said',
      speakers: ['PP3'],
      words: 9,
    },
  });
  const data: AlongData = {
    ...{ transcript: 'transcripts/pp-03.md', name: 'pp-03' },
    turns: [
      { speaker: 'I', start: 0, end: 0.1 },
      { speaker: 'PP3', start: 0.1, end: 0.6 },
      { speaker: 'I', start: 0.6, end: 1 },
    ],
    lanes: [
      { key: 'hope', label: 'Hope', color: 'amber', passages: [passage('a', 0.2, 0.4), passage('b', 0.5, 0.5001)] },
      { key: 'own-story', label: 'Own story', passages: [passage('c', 0.1, 0.3)] },
    ],
    scope: [{ start: 0.1, end: 0.5 }],
  };

  it('has a lane for each who speaks, one for the scope and one a code, in which passages lead to their place', () => {
    const chart = alongFigure(data, WORDS).chart(ROOM);
    assert.deepEqual(
      chart.axes[0]?.ticks.map(({ label }) => label),
      ['I', 'PP3', 'In scope', 'Hope', 'Own story'],
    );
    const bars = of(chart.layers, 'passages') as readonly ChartRect[];
    assert.deepEqual(
      bars.map(({ x1, link }) => [x1, link]),
      ['a', 'b', 'c'].map((coding, i) => [[0.2, 0.5, 0.1][i], { coding, transcript: data.transcript }]),
    );
    // However short it is, it can be seen.
    assert.ok(((bars[1]?.x2 ?? 0) - (bars[1]?.x1 ?? 0)) * (chart.width - chart.margin.left) >= 3);
    assert.equal(of(chart.layers, 'turns').length, 3);
    assert.equal(of(chart.layers, 'grounds').length, 2);
    assert.equal(of(chart.layers, 'scope').length, 1);
  });

  it('has no lane of scope where the study says nothing of it', () => {
    const { scope: _, ...without } = data;
    const figure = alongFigure(without, WORDS);
    assert.equal(figure.chart(ROOM).axes[0]?.ticks.length, 4);
    assert.equal(figure.caption, 'Left to right.');
  });

  it('has each passage in its table, and is empty without any', () => {
    const { table, gist } = alongFigure(data, WORDS);
    assert.deepEqual(
      table.rows.map(({ cells }) => [cells[0]?.text, cells[1]?.value]),
      [
        ['Hope', 20],
        ['Hope', 50],
        ['Own story', 10],
      ],
    );
    assert.equal(gist, 'Along pp-03: 2 codes, 3 passages. Hope: 2 passages.');
    assert.equal(alongFigure({ ...data, lanes: [] }, WORDS).isEmpty, true);
  });
});

describe('the new codes of each session', () => {
  const code = (label: string) => ({ label, query: `code:${label}` });
  const data = {
    sessions: [
      { key: 'a', name: 'pp-01', date: '2026-01-02', newCodes: [code('x'), code('y')], codesSoFar: 2 },
      { key: 'b', name: 'pp-02', newCodes: [], codesSoFar: 2 },
      { key: 'c', name: 'pp-03', newCodes: [code('z')], codesSoFar: 3 },
    ],
  };

  it('are bars below the line of all codes so far, and lead to what brought them', () => {
    const figure = newCodesFigure(data, WORDS);
    const { layers } = figure.chart(ROOM);
    assert.deepEqual(
      (of(layers, 'bars') as readonly ChartRect[]).map(({ y1, link }) => [-y1, link]),
      [
        [2, { query: '(code:x) or (code:y)' }],
        [0, undefined],
        [1, { query: 'code:z' }],
      ],
    );
    assert.deepEqual(of(layers, 'all'), [
      { x: 0.5, y: -2 },
      { x: 1.5, y: -2 },
      { x: 2.5, y: -3 },
    ]);
    // The first bar ends where the line begins: its figure stands in it, those of others above them.
    const texts = (name: string) => (of(layers, name) as readonly ChartText[]).map(({ text }) => text);
    assert.deepEqual([texts('first'), texts('figures')], [['2'], ['1']]);
    assert.equal(figure.gist, '3, 3, 2 in pp-01; 1 in pp-03');
  });
});
