import assert from 'node:assert/strict';
import fc from 'fast-check';
import { extend, shrink, trimToWords, wordAt } from '../../../src/core/transcript/units.js';
import { anyText, tameText } from './fragments.js';
import { at, check, find, parse } from './support.js';

const talk = parse(`**I:** How was it?

**PP3:** It didn’t help at first. Then the *co-worker* came, and it did.
And so on.

[00:01:02] **I:** Go on?

**PP3:** Yes, (for a while) yes.
`);
const span = (from: string, to = from) => ({ start: find(talk, from).start, end: find(talk, to).end });
const trimmed = (from: string, to = from) => at(talk, trimToWords(talk, span(from, to)));

describe('a selection by hand', () => {
  it('gets each word whole that was cut, apostrophes and hyphens included', () => {
    assert.deepEqual(
      [trimmed('elp at fir'), trimmed('idn'), trimmed('worker'), trimmed('so o')],
      ['help at first', 'didn’t', 'co-worker', 'so on'],
    );
  });

  it('loses white space and stray marks at its ends, and keeps the full stop of its sentence', () => {
    assert.deepEqual(
      [trimmed('. Then the'), trimmed(' came, '), trimmed('And so on.'), trimmed('Yes, (')],
      ['Then the', 'came', 'And so on.', 'Yes'],
    );
  });

  it('never begins with a label or a time, and may span turns', () => {
    assert.equal(trimmed('**PP3:** It didn’t help'), 'It didn’t help');
    assert.equal(trimmed('\n[00:01:02] **I:** Go on'), 'Go on');
    assert.equal(trimmed('so on.', '**I:** Go on?'), 'so on.\n\n[00:01:02] **I:** Go on?');
    assert.equal(trimmed('so on.', '[00:01:02] **I:'), 'so on.');
  });

  it('is empty where there are only labels and white space', () => {
    const { start, end } = trimToWords(talk, span('[00:01:02] **I:** '));
    assert.equal(start, end);
  });

  it('leaves scripts without spaces as they were selected', () => {
    const t = parse('**甲:** 我觉得希望很重要。\n\n**乙:** 是的。\n\n**甲:** 好。\n');
    assert.equal(at(t, trimToWords(t, find(t, '希望'))), '希望');
  });

  it('keeps marks that were meant as they are', () => {
    const t = parse('**A:** Well … — no.\n\n**B:** Hm.\n\n**A:** Yes.\n');
    assert.equal(at(t, trimToWords(t, find(t, '…'))), '…');
  });

  it('stays within text, cuts no word, and trimming it again changes nothing', () => {
    check(
      fc.property(fc.oneof(anyText(), tameText()), fc.nat(200), fc.nat(200), (text, a, b) => {
        const t = parse(text, 'PP3', 'I');
        const selected = { start: Math.min(a, b, t.points.length), end: Math.min(Math.max(a, b), t.points.length) };
        const once = trimToWords(t, selected);
        if (once.start >= once.end) return;
        assert.deepEqual(trimToWords(t, once), once);
        assert.ok(!/^\s|\s$/u.test(at(t, once) ?? ''));
        for (const turn of t.turns) {
          const { label } = turn;
          assert.ok(label === undefined || once.start < label.start || once.start >= label.end);
        }
      }),
      300,
    );
  });
});

describe('extending and shrinking', () => {
  const steps = (from: string): string[] => {
    const found: string[] = [];
    for (let step = extend(talk, span(from)); step !== undefined; step = extend(talk, step.span))
      found.push(`${step.unit}: ${at(talk, step.span)?.replace('\n', ' ')}`);
    return found;
  };

  it('extends to whole words, the sentence, the turn, and then no further', () => {
    assert.deepEqual(steps('hel'), [
      'word: help',
      'sentence: It didn’t help at first.',
      'turn: It didn’t help at first. Then the *co-worker* came, and it did. And so on.',
    ]);
  });

  it('extends over turns to whole turns on both sides', () => {
    const step = extend(talk, span('so on.', '**I:** Go'));
    assert.equal(step?.unit, 'sentence');
    const turns = step && extend(talk, step.span);
    assert.equal(turns?.unit, 'turn');
    assert.match(at(talk, turns?.span) ?? '', /^It didn’t[\s\S]*Go on\?$/);
  });

  it('shrinks to the turn, the sentence and the word at the cursor', () => {
    const whole = span('How was it?', 'a while) yes.');
    const cursor = find(talk, 'help').start;
    const turn = shrink(talk, whole, cursor);
    const sentence = turn && shrink(talk, turn.span, cursor);
    const word = sentence && shrink(talk, sentence.span, cursor);
    assert.deepEqual(
      [turn?.unit, sentence?.unit, at(talk, sentence?.span), word?.unit, at(talk, word?.span)],
      ['turn', 'sentence', 'It didn’t help at first.', 'word', 'help'],
    );
    assert.equal(word && shrink(talk, word.span, cursor), undefined);
  });

  it('gets smaller or larger by every step, inside or around the passage, on any text', () => {
    check(
      fc.property(fc.oneof(anyText(), tameText()), fc.nat(200), fc.nat(200), fc.nat(200), (text, a, b, cursor) => {
        const t = parse(text, 'PP3', 'I');
        const passage = trimToWords(t, {
          start: Math.min(a, b, t.points.length),
          end: Math.min(Math.max(a, b), t.points.length),
        });
        if (passage.start >= passage.end) return;
        const larger = extend(t, passage)?.span;
        if (larger !== undefined) {
          assert.ok(larger.start <= passage.start && larger.end >= passage.end);
          assert.ok(larger.end - larger.start > passage.end - passage.start);
        }
        const smaller = shrink(t, passage, cursor)?.span;
        if (smaller !== undefined) {
          assert.ok(smaller.start >= passage.start && smaller.end <= passage.end && smaller.start < smaller.end);
          assert.ok(smaller.end - smaller.start < passage.end - passage.start);
        }
      }),
      300,
    );
  });

  it('knows the word at a place', () => {
    assert.equal(at(talk, wordAt(talk, find(talk, 'worker').start)), 'co-worker');
    assert.equal(wordAt(talk, find(talk, ' (for').start), undefined);
  });
});
