import assert from 'node:assert/strict';
import fc from 'fast-check';
import { patternOf } from '../../../src/core/report/patterns.js';
import { roughWidth } from '../../../src/core/report/textWidth.js';
import { countTicks, timeTicks } from '../../../src/core/report/ticks.js';
import { figuresToDraw } from '../../../src/core/report/timelineFigures.js';
import { layoutTimeline } from '../../../src/core/report/timelineLayout.js';
import { timelineSvg } from '../../../src/core/report/timelineSvg.js';
import type { Timeline, TimelineRow } from '../../../src/core/review/timeline.js';

const NAMES = { codes: 'Codes', themes: 'Themes' };
const DAY = 24 * 60 * 60 * 1000;
const SIZE = { width: 800, height: 300 };

function row(version: number, over: Partial<TimelineRow> & { readonly date?: string } = {}): TimelineRow {
  const { date = `2026-03-0${version + 1}T10:00:00Z`, ...rest } = over;
  return {
    version,
    saved: { id: `${version}`, date, author: 'EA', subject: `version ${version}` },
    ...{ isMain: true, isMerge: false, changes: 1, codings: 3, codes: 2, themes: 1, transcripts: 1 },
    ...{ byCoder: [2, 1], byTheme: [3], ...rest },
  };
}

function timeline(...rows: readonly TimelineRow[]): Timeline {
  return {
    rows,
    coders: [
      { key: 'EA', label: 'EA', color: 'blue' },
      { key: 'MB', label: 'MB', color: 'orange' },
    ],
    themes: [{ key: 'ends', label: 'Ends & <means>', color: '#ffee00' }],
  };
}

describe('ticks', () => {
  it('count in steps people count by, from nothing to the most', () => {
    const labels = (most: number): string[] => countTicks(most, 5).map(({ label }) => label);
    assert.deepEqual(labels(0), ['0', '1']);
    assert.deepEqual(labels(3), ['0', '1', '2', '3']);
    assert.deepEqual(labels(80), ['0', '20', '40', '60', '80']);
    assert.deepEqual(labels(81).at(-1), '100');
  });

  it('are times people count by, and no more than asked for', () => {
    const at = (text: string): number => Date.parse(text);
    const labels = (from: string, to: string, most = 6): string[] =>
      timeTicks(at(from), at(to), most).map(({ label }) => label);
    assert.deepEqual(labels('2026-03-02T09:10:00Z', '2026-03-02T12:20:00Z'), ['10:00', '11:00', '12:00']);
    assert.deepEqual(labels('2026-03-02T09:00:00Z', '2026-03-03T14:00:00Z', 3), [
      '03-02 12:00',
      '03-03 00:00',
      '03-03 12:00',
    ]);
    assert.deepEqual(labels('2026-03-02T09:00:00Z', '2026-03-05T09:00:00Z', 3), [
      '2026-03-03',
      '2026-03-04',
      '2026-03-05',
    ]);
    // Weeks begin on Mondays.
    assert.deepEqual(labels('2026-03-01T09:00:00Z', '2026-03-24T09:00:00Z'), [
      '2026-03-02',
      '2026-03-09',
      '2026-03-16',
      '2026-03-23',
    ]);
    assert.deepEqual(labels('2025-11-02T09:00:00Z', '2026-02-24T09:00:00Z'), ['2025-12', '2026-01', '2026-02']);
    assert.deepEqual(labels('2019-11-02T09:00:00Z', '2023-02-24T09:00:00Z'), ['2020', '2021', '2022', '2023']);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 1, max: 1e12 }), (from, span) => {
        const ticks = timeTicks(from, from + span, 6);
        assert.ok(ticks.length <= 7, `${ticks.length}`);
        assert.ok(
          ticks.every(({ value }, i) => value >= from && value <= from + span && value > (ticks[i - 1]?.value ?? -1)),
        );
      }),
    );
  });
});

describe('the picture of the timeline', () => {
  it('draws the main line, on which dates that go back in time stand still', () => {
    const figures = figuresToDraw(
      timeline(row(0), row(1, { isMain: false }), row(2, { date: '2026-03-01T08:00:00Z' }), row(3)),
      ...(['coder', NAMES, 0] as const),
    );
    assert.equal(figures.times.length, 3);
    assert.deepEqual(
      figures.times.map(time => (time - (figures.times[0] ?? 0)) / DAY),
      [0, 0, 3],
    );
    assert.equal(figures.moments.length, 4);
    assert.deepEqual(
      figures.series.map(({ label, values }) => [label, ...values]),
      [
        ['EA', 2, 2, 2],
        ['MB', 1, 1, 1],
      ],
    );
  });

  it('stacks areas without a gap, each level until the next version', () => {
    const drawn = figuresToDraw(timeline(row(0), row(1, { byCoder: [4, 0] })), 'coder', NAMES, 0);
    const { stack, left, right } = layoutTimeline(drawn, SIZE, roughWidth);
    const [ea, mb] = stack.areas;
    assert.match(ea?.edge ?? '', /^M[\d.]+,[\d.]+H[\d.]+V[\d.]+H[\d.]+$/);
    // The lower edge of the upper area is the upper edge of the lower one.
    const ys = (path = ''): string[] => [...path.matchAll(/(?:,|V)([\d.]+)/g)].map(match => match[1] as string);
    assert.deepEqual(ys(mb?.area).slice(2), ys(ea?.edge).toReversed());
    assert.ok(right > left);
    const labels = stack.labels.map(({ y }) => y);
    assert.ok(Math.abs((labels[0] ?? 0) - (labels[1] ?? 0)) >= 16);
  });

  it('leaves no label over another, and none outside, however little room areas have', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 9 }), values => {
        const series = values.map((value, i) => ({ key: `${i}`, label: `Series ${i}`, values: [value] }));
        const figures = { times: [0], moments: [0], series, lines: [] };
        const { stack } = layoutTimeline(figures, SIZE, roughWidth);
        const ys = stack.labels.map(({ y }) => y).sort((a, b) => a - b);
        assert.ok(ys.every((y, i) => i === 0 || y - (ys[i - 1] ?? 0) >= 15.999));
        assert.ok(ys.every(y => y >= stack.top && y <= stack.bottom));
      }),
    );
  });

  it('is drawn of one version, and of what is not saved yet, which stands at its own time', () => {
    const { saved: _, ...unsaved } = row(1);
    const now = Date.parse('2026-03-05T10:00:00Z');
    const { moments } = layoutTimeline(figuresToDraw(timeline(row(0), unsaved), 'coder', NAMES, now), SIZE, roughWidth);
    assert.ok((moments[1] ?? 0) > (moments[0] ?? 0));
    const one = layoutTimeline(figuresToDraw(timeline(row(0)), 'coder', NAMES, now), SIZE, roughWidth);
    assert.ok(one.stack.areas.every(({ area }) => !/NaN|Infinity/.test(area)));
    assert.ok(one.timeTicks.length > 0);
  });

  it('is a file that needs nothing else, with content escaped and a pattern for each area', () => {
    const picture = { names: NAMES, title: 'A <b>study</b>', caption: 'Codings & codes.', now: 0 };
    const { text, width, height } = timelineSvg(timeline(row(0), row(1)), { ...picture, by: 'theme' });
    assert.ok(text.includes('Ends &#38; &#60;means&#62;') && text.includes('A &#60;b&#62;study'));
    assert.ok(!/<script|href|style=/.test(text));
    assert.ok(text.includes(`width="${width}" height="${height}"`));
    assert.ok(text.includes('id="p0"') && text.includes(patternOf(0)));
    // A colour too light for paper is darkened.
    assert.ok(!text.includes('#ffee00'));
    assert.equal(new Set(Array.from({ length: 9 }, (_, i) => patternOf(i))).size, 9);
  });
});
