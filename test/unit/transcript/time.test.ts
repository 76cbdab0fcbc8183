import assert from 'node:assert/strict';
import { milliseconds } from '../../../src/core/transcript/time.js';
import { parse } from './support.js';

describe('times', () => {
  const written: [string, number | undefined][] = [
    ['00:12:31', 751_000],
    ['12:31', 751_000],
    ['1:02:03.4', 3_723_400],
    ['00:02:24,720', 144_720],
    ['0:03.25', 3250],
    ['#00:12:31-4#', 751_400],
    ['#00:01:02-35#', 62_350],
    ['[00:00:01 --> 00:00:05]', 1000],
    ['none', undefined],
  ];
  for (const [text, expected] of written) {
    it(`${text} is ${expected}`, () => assert.equal(milliseconds(text), expected));
  }

  const turns: [string, number | undefined][] = [
    ['PP3: a', undefined],
    ['[00:12:31] PP3: a', 751_000],
    ['PP3 [12:31]: a', 751_000],
    ['**PP3:** \\[12:31\\] a', 751_000],
    ['PP3: a #00:12:31-4#', 751_400],
    ['**PP3: a #00:12:31-4#**', 751_400],
    ['#00:00:01-0# PP3: a #00:12:31-4#', 1000],
    ['PP3  12:31\na', 751_000],
    ['PP3: at 12:31 we met', undefined],
    ['PP3: **a [12:31]**', undefined],
  ];
  for (const [source, expected] of turns) {
    it(`of a turn: ${JSON.stringify(source)}`, () => assert.equal(parse(source, 'PP3').turns[0]?.time, expected));
  }

  it('of f4 are no text', () => {
    const t = parse('I: one #00:00:01-1#\nPP3: two #00:00:02-2#\n\nthree #1 #00:00:03-3#\n\nI: a\nPP3: b');
    assert.deepEqual(
      t.runs.map(run => run.text),
      ['one', 'two', 'three #1', 'a', 'b'],
    );
    assert.deepEqual(
      t.turns.map(turn => turn.time),
      [1100, 3300, undefined, undefined],
    );
  });
});
