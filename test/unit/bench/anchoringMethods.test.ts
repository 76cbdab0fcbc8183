import assert from 'node:assert/strict';
import { approximateMatches } from '../../../bench/anchoring/methods/approximate.js';
import { keptCharacters } from '../../../bench/anchoring/methods/characterDiff.js';
import { hypothesis } from '../../../bench/anchoring/methods/hypothesis.js';
import { below, seeded } from '../../../bench/random.js';
import { anchorOf } from '../../../src/core/coding/create.js';
import { CodePoints } from '../../../src/core/text/codePoints.js';

const RUNS = 600;

describe('the methods that anchoring is compared with', () => {
  const random = seeded(1);
  const letters = (most: number, kinds = 3): number[] =>
    Array.from({ length: below(random, most) }, () => below(random, kinds));

  it('keep as many characters as any diff can, in order', () => {
    for (let run = 0; run < RUNS; run++) {
      const [a, b] = [letters(14), letters(14)];
      const kept = [...keptCharacters(Int32Array.from(a), Int32Array.from(b)).entries()].filter(([, at]) => at !== -1);
      kept.forEach(([from, at], i) => {
        assert.equal(a[from], b[at]);
        assert.ok(i === 0 || at > (kept[i - 1]?.[1] ?? -1));
      });
      assert.equal(kept.length, longestCommon(a, b), `${a} | ${b}`);
    }
  });

  it('find where a text differs least from a quote, also from one longer than a machine word', () => {
    for (let run = 0; run < RUNS; run++) {
      const [text, quote] = [letters(60), [...letters(run % 2 === 0 ? 70 : 8), 0]].map(one => one.join(''));
      assert.ok(text !== undefined && quote !== undefined);
      const { errors, ends } = leastErrors(text, quote);
      const found = approximateMatches(text, quote, quote.length);
      assert.deepEqual(
        found.map(match => match.end),
        ends,
      );
      for (const match of found) {
        assert.equal(match.errors, errors);
        assert.equal(distance(text.slice(match.start, match.end), quote), errors);
      }
      assert.deepEqual(approximateMatches(text, quote, errors - 1), []);
    }
  });

  it('choose the exact match whose neighbours fit best, as Hypothesis does', () => {
    const text = 'She said yes to me. He said yes to us. They said yes to them.';
    const points = new CodePoints(text);
    const first = { points, base: '' };
    const record = anchorOf(points, { start: 28, end: 31 }, '');
    assert.deepEqual(hypothesis.prepare(first, first)(record).span, { start: 28, end: 31 });
    const now = { points: new CodePoints(`Before that, they met. ${text}`), base: '' };
    assert.deepEqual(hypothesis.prepare(first, now)(record).span, { start: 51, end: 54 });
    const gone = { points: new CodePoints('Nothing of this is left 0123456789'), base: '' };
    assert.equal(hypothesis.prepare(first, gone)(record).span, undefined);
  });
});

function longestCommon(a: readonly number[], b: readonly number[]): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const one of a) {
    const row = [0];
    b.forEach((other, j) => {
      row.push(one === other ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0));
    });
    above = row;
  }
  return above[b.length] ?? 0;
}

/** The last row of the edit distances between a quote and every stretch of a text that ends at a place. */
function distances(text: string, quote: string, isFree: boolean): number[] {
  let column = Array.from({ length: quote.length + 1 }, (_, i) => i);
  const last = [quote.length];
  [...text].forEach((letter, j) => {
    const next = [isFree ? 0 : j + 1];
    for (let i = 1; i <= quote.length; i++) {
      const same = (column[i - 1] ?? 0) + (quote[i - 1] === letter ? 0 : 1);
      next.push(Math.min(same, (column[i] ?? 0) + 1, (next[i - 1] ?? 0) + 1));
    }
    column = next;
    last.push(column[quote.length] ?? 0);
  });
  return last;
}

const distance = (text: string, quote: string): number => distances(text, quote, false).at(-1) ?? 0;

function leastErrors(text: string, quote: string): { errors: number; ends: number[] } {
  const all = distances(text, quote, true).slice(1);
  const errors = Math.min(...all, quote.length);
  return { errors, ends: all.flatMap((figure, i) => (figure === errors ? [i + 1] : [])) };
}
