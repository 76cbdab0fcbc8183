import assert from 'node:assert/strict';
import type { AgreementFigure, AgreementRow } from '../../../../src/core/analysis/agreement/agreement.js';
import { agreementFigure } from '../../../../src/core/report/figures/agreement.js';
import { agreementTable } from '../../../../src/core/report/figures/agreementTable.js';
import { agreementText, figureText, refusalsOf } from '../../../../src/core/report/figures/agreementWords.js';
import type { ChartDot, ChartLayer, ChartRect, ChartText } from '../../../../src/core/report/figures/chart.js';
import { csvOfTable } from '../../../../src/core/report/figures/figureTable.js';
import { AGREEMENT_WORDS } from '../agreement/support.js';
import { ROOM } from './support.js';

const NONE = { refused: 'Nobody gave this code.' } as const;
const at = (value: number, low = value - 0.1, high = value + 0.1): AgreementFigure => ({
  value,
  interval: { low, high, samples: 100 },
});
const row = (key: string, alpha: AgreementFigure, more: Partial<AgreementRow> = {}): AgreementRow => ({
  ...{ kind: 'code', key, label: key.toUpperCase(), coders: ['EA', 'MB'] },
  ...{ transcripts: 3, units: 100, codings: 7, codes: 1 },
  measures: { percent: { value: 0.9 }, alpha },
  ...more,
});
const DATA = {
  rows: [
    row('all', at(0.5), { kind: 'all' }),
    row('good', at(0.8)),
    row('bad', at(-0.25, -0.5, 0), { prevalence: { sentence: 'Too rare.' } }),
    row('none', NONE),
  ],
};
const LOOK = { kind: 'code', measure: 'alpha', isWhole: false } as const;
const of = <Mark>(layers: readonly ChartLayer[], name: string) =>
  (layers.find(one => one.name === name)?.of ?? []) as readonly Mark[];

describe('the picture of agreement', () => {
  const figure = agreementFigure(DATA, LOOK, AGREEMENT_WORDS);
  const { layers, x, axes } = figure.chart(ROOM);

  it('has a dot for each row that has a figure, open where there is a warning, and the figure in numbers', () => {
    const dots = of<ChartDot>(layers, 'values');
    assert.deepEqual(
      dots.map(({ x: value, y, fill, link }) => [value, y, fill, link]),
      [
        [0.8, 0.5, { code: 'blue' }, { row: 'good' }],
        [-0.25, 1.5, 'paper', { row: 'bad' }],
      ],
    );
    assert.match(dots[1]?.title ?? '', /^BAD: α −0\.25 \(−0\.50–0\.00\)\nToo rare\.$/);
    assert.deepEqual(
      of<ChartText>(layers, 'figures').map(({ text }) => text),
      ['0.80 (0.70–0.90)', '−0.25 (−0.50–0.00)'],
    );
  });

  it('has a line from end to end of each interval, within the picture, and one where chance is', () => {
    const lines = of<ChartRect>(layers, 'intervals');
    assert.equal(lines.length, 6);
    assert.deepEqual(
      [lines[0], lines[3]].map(one => [one?.x1, one?.x2]),
      [
        [0.8 - 0.1, 0.9],
        [-0.5, 0],
      ],
    );
    assert.equal(x.from, -0.6);
    assert.equal(of(layers, 'chance').length, 1);
    assert.deepEqual(
      axes[1]?.ticks.map(({ at: value }) => value).toSorted((a, b) => a - b),
      [-0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1],
    );
  });

  it('says why where there is no figure', () => {
    const [reason] = of<ChartText>(layers, 'reasons');
    assert.equal(reason?.text, 'Nobody gave this code.');
    assert.equal(reason?.y, 2.5);
  });

  it('is said in a sentence, with the least and the most', () => {
    assert.equal(figure.gist, 'α by Code: 3. Least BAD −0.25, most GOOD 0.80.');
    assert.equal(agreementFigure({ rows: [row('x', NONE)] }, LOOK, AGREEMENT_WORDS).gist, 'α by Code: 1, none.');
  });

  it('begins at nothing where nothing is below, and shows percentages without a line for chance', () => {
    const shares = agreementFigure(DATA, { ...LOOK, measure: 'percent' }, AGREEMENT_WORDS).chart(ROOM);
    assert.equal(shares.x.from, 0);
    assert.equal(of(shares.layers, 'chance').length, 0);
    assert.ok(shares.axes[1]?.ticks.some(({ label }) => label === '80 %'));
  });

  it('follows the order of the table, in which rows without a figure come last both ways', () => {
    for (const [isDown, order] of [
      [true, ['GOOD', 'BAD', 'NONE']],
      [false, ['BAD', 'GOOD', 'NONE']],
    ] as const) {
      const sorted = agreementFigure(DATA, { ...LOOK, sort: { column: 'alpha', isDown } }, AGREEMENT_WORDS).chart(ROOM);
      assert.deepEqual(
        sorted.axes[0]?.ticks.map(({ label }) => label),
        order,
      );
    }
  });

  it('shows of many rows those on which least is agreed, until all are asked for', () => {
    const rows = Array.from({ length: 60 }, (_, i) => row(`c${i}`, { value: i / 100 }));
    const cut = agreementFigure({ rows }, LOOK, AGREEMENT_WORDS);
    assert.deepEqual(cut.shown, { rows: 40, of: 60 });
    assert.equal(cut.chart(ROOM).axes[0]?.ticks[0]?.label, 'C0');
    assert.equal(agreementFigure({ rows }, { ...LOOK, isWhole: true }, AGREEMENT_WORDS).shown, undefined);
  });

  it('stays inside where an interval is outside of what coefficients mostly are', () => {
    const far = agreementFigure({ rows: [row('far', at(-1.4, -2.5, -0.2))] }, LOOK, AGREEMENT_WORDS).chart(ROOM);
    assert.equal(far.x.from, -1);
    for (const { x1, x2 } of of<ChartRect>(far.layers, 'intervals').slice(0, 1)) assert.ok(x1 >= -1 && x2 <= 1);
    for (const { x: value } of of<ChartDot>(far.layers, 'values')) assert.ok(value >= -1);
  });
});

describe('the table of agreement', () => {
  const { columns, rows } = agreementFigure(DATA, { ...LOOK, chosen: 'bad' }, AGREEMENT_WORDS).table;

  it('has a column for each measure, with what it means and where it comes from as its tip', () => {
    assert.deepEqual(
      columns.map(({ key }) => key),
      ['label', 'percent', 'alpha', 'units', 'codings'],
    );
    assert.equal(columns[2]?.about, 'α: Beyond chance.\nKrippendorff');
  });

  it('has the warning at the name, the interval below the figure, and the reason where there is none', () => {
    assert.equal(rows[1]?.cells[0]?.mark, 'Care: Too rare.');
    assert.equal(rows[1]?.isChosen, true);
    assert.deepEqual(rows[0]?.cells[2], { text: '0.80', value: 0.8, aside: '0.70–0.90' });
    assert.deepEqual(rows[2]?.cells[2], { text: 'none', about: 'Nobody gave this code.' });
  });

  it('is CSV with ends of intervals, reasons and warnings in columns of their own; numbers stay numbers', () => {
    const csv = csvOfTable(agreementTable(DATA, LOOK, AGREEMENT_WORDS), undefined);
    const [head, ...lines] = csv.trimEnd().split('\r\n');
    assert.equal(head, 'Code,%,% low,% high,α,α low,α high,α why,Compared,Codings,Care');
    assert.deepEqual(lines, [
      'GOOD,0.9,,,0.8,0.7000000000000001,0.9,,100,7,',
      'BAD,0.9,,,-0.25,-0.5,0,,100,7,Too rare.',
      'NONE,0.9,,,,,,Nobody gave this code.,100,7,',
    ]);
  });
});

describe('a figure of agreement', () => {
  it('is never rounded up to all or down to none', () => {
    const texts = [1, 0.9996, 0.994, 0.0004, 0].map(value => agreementText(value, 'percent'));
    assert.deepEqual(texts, ['100 %', '>99 %', '99 %', '<1 %', '0 %']);
    assert.deepEqual(
      [1, 0.999, 0.994, 0, -0.001, -0.126].map(value => agreementText(value, 'alpha')),
      ['1.00', '>0.99', '0.99', '0.00', '0.00', '−0.13'],
    );
  });

  it('stands with its interval; percentages say so once', () => {
    assert.equal(figureText(at(0.94, 0.9, 0.97), 'percent', AGREEMENT_WORDS), '94 % (90–97 %)');
    assert.equal(figureText({ value: 0.5 }, 'alpha', AGREEMENT_WORDS), '0.50');
  });

  it('that is missing has its reason, once for all measures it holds for', () => {
    const measures = { percent: at(1), cohen: NONE, alpha: NONE, ac1: { refused: 'Other.' } };
    assert.deepEqual(refusalsOf(row('x', NONE, { measures }), AGREEMENT_WORDS), [
      'κ, α: Nobody gave this code.',
      'AC1: Other.',
    ]);
  });
});
