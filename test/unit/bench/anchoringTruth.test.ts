import assert from 'node:assert/strict';
import { type Characters, inserted } from '../../../bench/anchoring/characters.js';
import { Judge, type Verdict } from '../../../bench/anchoring/truth.js';
import { Twins } from '../../../bench/anchoring/twins.js';
import { isTellable, untellablePlaces } from '../../../bench/anchoring/untellable.js';
import type { Span } from '../../../src/core/text/span.js';

const said = (text: string): Characters => Array.from(text, (char, from) => ({ char, from }));

/** The place of words in characters, in code points. */
function placeOf(words: string, characters: Characters, nth = 0): Span {
  const text = characters.map(({ char }) => char).join('');
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  assert.notEqual(start, -1, `the test names “${words}”, which is not there`);
  return { start, end: start + words.length };
}

const BASE = said('We met in the garden. She told me a long story. Then it rained on us all.');
const SENTENCE = placeOf('She told me a long story.', BASE);

function verdict(now: Characters, answer: string | undefined, excerpt = SENTENCE): Verdict {
  const judge = new Judge(BASE, now);
  const certain = answer !== undefined && { span: placeOf(answer, now) };
  return judge.verdict(judge.truth(excerpt), { candidates: [], ...certain });
}

describe('the judge of the anchoring benchmark', () => {
  it('wants the words, with or without the punctuation around them', () => {
    assert.equal(verdict(BASE, 'She told me a long story.'), 'right');
    assert.equal(verdict(BASE, '. She told me a long story'), 'right');
    assert.equal(verdict(BASE, 'told me a long story.'), 'silently wrong');
    assert.equal(verdict(BASE, 'She told me a long story. Then'), 'silently wrong');
    assert.equal(verdict(BASE, undefined), 'review');
  });

  it('allows new words at the ends and wants what is left', () => {
    const now = [...BASE.slice(0, SENTENCE.start), ...inserted('[NAME 1]'), ...BASE.slice(SENTENCE.start + 3)];
    assert.equal(verdict(now, '[NAME 1] told me a long story.'), 'right');
    assert.equal(verdict(now, 'told me a long story'), 'right');
    assert.equal(verdict(now, 'me a long story'), 'silently wrong');
  });

  it('does not allow many new words at the ends', () => {
    const long = 'This was written in later by somebody who was not there at all.';
    const now = [...BASE.slice(0, SENTENCE.end), ...inserted(` ${long}`), ...BASE.slice(SENTENCE.end)];
    assert.equal(verdict(now, `She told me a long story. ${long}`), 'silently wrong');
  });

  it('counts as deleted what has lost more than three quarters of its letters', () => {
    const now = [...BASE.slice(0, SENTENCE.start), ...BASE.slice(SENTENCE.end - 4)];
    assert.equal(verdict(now, undefined), 'right');
    assert.equal(verdict(now, 'ory.'), 're-attached');
    const half = [...BASE.slice(0, SENTENCE.start), ...BASE.slice(SENTENCE.start + 12)];
    assert.equal(verdict(half, undefined), 'review');
    assert.equal(verdict(half, 'a long story'), 'right');
  });

  it('follows what was moved and is not taken in by a copy', () => {
    const moved = [
      ...BASE.slice(SENTENCE.start, SENTENCE.end),
      ...BASE.slice(0, SENTENCE.start),
      ...BASE.slice(SENTENCE.end),
    ];
    assert.equal(verdict(moved, 'She told me a long story.'), 'right');
    const copied = [...inserted('She told me a long story. '), ...BASE];
    assert.equal(verdict(copied, 'She told me a long story.'), 'silently wrong');
  });

  it('accepts review, and the largest piece, where the excerpt was torn apart', () => {
    const [head, tail] = [BASE.slice(SENTENCE.start, SENTENCE.start + 4), BASE.slice(SENTENCE.start + 4, SENTENCE.end)];
    const others = said(`${'.'.repeat(100)}${' Others said very much in between.'.repeat(4)}`).slice(100);
    const now = [...head, ...others, ...tail];
    assert.equal(verdict(now, undefined), 'right');
    assert.equal(verdict(now, 'told me a long story.'), 'right');
    assert.equal(verdict(now, now.map(({ char }) => char).join('')), 'silently wrong');
  });

  it('accepts the unchanged words where a copy was put in within them', () => {
    const both = { start: 0, end: SENTENCE.end };
    const text = 'We met in the garden. She told me a long story.';
    const now = [...BASE.slice(0, 21), ...inserted(' We met in the garden.'), ...BASE.slice(21)];
    assert.equal(verdict(now, text, both), 'right');
    assert.equal(verdict(now, `We met in the garden. ${text}`, both), 'right');
  });

  it('looks for the true place among candidates', () => {
    const judge = new Judge(BASE, BASE);
    const truth = judge.truth(SENTENCE);
    assert.ok(judge.isThere(placeOf('told me a long story', BASE), truth));
    assert.ok(!judge.isThere(placeOf('story', BASE), truth));
    assert.ok(!judge.isThere({ start: 0, end: BASE.length }, truth));
  });
});

describe('what the new text does not tell', () => {
  const base = said('It was so. Yeah. Yeah. And then we left.');
  const [first, second] = [placeOf('Yeah.', base), placeOf('Yeah.', base, 1)];
  const without = ({ start, end }: Span): Characters => [...base.slice(0, start), ...base.slice(end + 1)];

  it('is which of two equal words was taken out, whichever it was', () => {
    for (const gone of [first, second]) {
      const untellable = untellablePlaces(base, without(gone));
      assert.ok(!isTellable(first, untellable) && !isTellable(second, untellable));
      assert.ok(isTellable({ start: 0, end: base.length }, untellable));
      assert.ok(isTellable(placeOf('It was so.', base), untellable));
      assert.ok(isTellable(placeOf('we left', base), untellable));
    }
  });

  it('is nothing where what is beside differs', () => {
    const other = said('It was so. Yeah. Well. Yeah. And then we left.');
    const { start, end } = placeOf('Well.', other);
    assert.deepEqual(untellablePlaces(other, [...other.slice(0, start), ...other.slice(end + 1)]), []);
    assert.deepEqual(untellablePlaces(base, base), []);
  });

  it('is which of two equal words nearby is left after many edits', () => {
    const long = said('Yeah. It rained on us. Yeah. And then we left.');
    const twin = placeOf('Yeah', long, 1);
    const now = [...long.slice(0, 6), ...long.slice(29)];
    const twins = new Twins(long, now);
    assert.ok(twins.areNear(twin));
    assert.ok(twins.areNear(placeOf('Yeah', long)));
    assert.ok(!twins.areNear(placeOf('we left', long)));
    assert.ok(!new Twins(long, long).areNear(twin));
  });
});
