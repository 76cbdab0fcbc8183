import assert from 'node:assert/strict';
import fc from 'fast-check';
import { endingsOf } from '../../../src/core/coding/endings.js';
import { assignLanes } from '../../../src/core/coding/lanes.js';
import { layStripes, STRIPE_LANES } from '../../../src/core/coding/stripes.js';
import { overlaps, type Span } from '../../../src/core/text/span.js';

const anySpans = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 25 })), { maxLength: 25 })
  .map(list => list.map(([start, length]) => ({ start, end: start + length })))
  .map(spans => spans.sort((a, b) => a.start - b.start || a.end - b.end));
const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The spans on a line, when the text is cut into lines at these places: what the gutter of that line has to show. */
function linesOf(cuts: readonly number[]): Span[] {
  const starts = [0, ...new Set(cuts.map(cut => cut + 1))].sort((a, b) => a - b);
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? 200 }));
}

describe('coding stripes', () => {
  it('run along the whole passage and know its first and its last character', () => {
    assert.deepEqual(layStripes([{ start: 3, end: 9 }], [0]), {
      stripes: [
        { index: 0, lane: 0, span: { start: 3, end: 9 }, start: { start: 3, end: 4 }, end: { start: 8, end: 9 } },
      ],
      more: [],
    });
  });

  it('give way to a mark where more passages overlap than there are lanes', () => {
    const spans = Array.from({ length: STRIPE_LANES + 2 }, (_, i) => ({ start: i, end: 20 + i }));
    const { stripes, more } = layStripes(spans, assignLanes(spans));
    assert.equal(stripes.length, STRIPE_LANES);
    assert.deepEqual(more, [{ start: STRIPE_LANES, end: 20 + STRIPE_LANES + 1 }]);
  });

  it('show every coding exactly once on each of its lines, wherever the lines break, and begin and end once', () => {
    fc.assert(
      fc.property(anySpans, fc.array(fc.nat(85), { maxLength: 8 }), (spans, cuts) => {
        const { stripes, more } = layStripes(spans, assignLanes(spans));
        for (const line of linesOf(cuts)) {
          spans.forEach((span, index) => {
            const own = stripes.filter(stripe => stripe.index === index);
            const shown = own.filter(stripe => overlaps(stripe.span, line)).length;
            const isTold = more.some(one => holds(one, span));
            assert.equal(
              shown + (own.length === 0 && isTold && overlaps(span, line) ? 1 : 0),
              Number(overlaps(span, line)),
            );
          });
        }
        const count = (pick: (stripe: (typeof stripes)[number]) => Span): void => {
          for (const stripe of stripes)
            assert.equal(linesOf(cuts).filter(line => overlaps(pick(stripe), line)).length, 1);
        };
        count(({ start }) => start);
        count(({ end }) => end);
      }),
    );
  });

  it('never share a lane where they meet', () => {
    fc.assert(
      fc.property(anySpans, spans => {
        const { stripes, more } = layStripes(spans, assignLanes(spans));
        stripes.forEach((a, i) => {
          for (const b of stripes.slice(i + 1))
            assert.ok(a.lane !== b.lane || a.span.end < b.span.start || b.span.end < a.span.start);
        });
        more.slice(1).forEach((span, i) => {
          assert.ok(span.start > (more[i] as Span).end);
        });
      }),
    );
  });
});

describe('the ends of passages', () => {
  it('are told in the order of the text, the narrowest passage first', () => {
    const spans = [
      { start: 0, end: 9 },
      { start: 2, end: 5 },
      { start: 4, end: 9 },
    ];
    assert.deepEqual(endingsOf(spans), [
      { at: 5, indices: [1] },
      { at: 9, indices: [2, 0] },
    ]);
  });

  it('name every passage once', () => {
    fc.assert(
      fc.property(anySpans, spans => {
        const all = endingsOf(spans).flatMap(({ at, indices }) => indices.map(i => [at, i]));
        assert.deepEqual(
          all.map(([, i]) => i).sort((a, b) => (a as number) - (b as number)),
          spans.map((_, i) => i),
        );
        for (const [at, i] of all) assert.equal(spans[i as number]?.end, at);
      }),
    );
  });
});
