import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  readable,
  sentenceAt,
  speakerStats,
  speakersIn,
  trimToText,
  turnAt,
  turnsIn,
  wordStarts,
  words,
} from '../../../src/core/transcript/query.js';
import { anyText, tameText } from './fragments.js';
import { at, check, find, parse } from './support.js';

const interview = parse(`---
participants: [PP3]
---
# Interview

**I:** How was it?

**PP3:** It was *quite* good. Dr. Lee came \\[late\\].
And so on.

> Second paragraph &amp; more.

**I:** #1? #00:01:02-3#

**PP3:** Yes.
`);
const whole = { start: 0, end: interview.points.length };

describe('turnAt', () => {
  const speaker = (text: string, offset = 0) => turnAt(interview, find(interview, text).start + offset)?.speaker;

  it('finds the turn of a position, its label and its end included', () => {
    assert.deepEqual(
      [speaker('How'), speaker('**I:** How'), speaker('it?', 3), speaker('Second')],
      ['I', 'I', 'I', 'PP3'],
    );
    assert.equal(turnAt(interview, find(interview, '# Interview').start)?.speaker, undefined);
    assert.equal(turnAt(interview, find(interview, '# Interview').start), interview.turns[0]);
  });

  it('finds none between turns and in the front matter', () => {
    assert.deepEqual(
      [turnAt(interview, 5), turnAt(interview, find(interview, 'it?').end + 1), turnAt(interview, 99_999)],
      [undefined, undefined, undefined],
    );
  });

  it('agrees with looking at all turns', () => {
    check(
      fc.property(fc.oneof(anyText(), tameText()), fc.nat(200), fc.nat(200), (text, a, b) => {
        const t = parse(text, 'PP3', 'I');
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        assert.equal(
          turnAt(t, a),
          t.turns.find(turn => turn.span.start <= a && a <= turn.span.end),
        );
        if (start < end)
          assert.deepEqual(
            turnsIn(t, { start, end }),
            t.turns.filter(turn => turn.span.start < end && start < turn.span.end),
          );
      }),
      100,
    );
  });
});

describe('speakersIn', () => {
  const from = (first: string, last: string) =>
    speakersIn(interview, { start: find(interview, first).start, end: find(interview, last).end });

  it('names each speaker once', () => {
    assert.deepEqual(speakersIn(interview, whole), ['I', 'PP3']);
    assert.deepEqual(from('Second', 'Yes'), ['PP3', 'I']);
    assert.deepEqual(speakersIn(parse('pp3: a\n\nPP3: b'), { start: 0, end: 14 }), ['pp3']);
  });

  it('does not count a turn of which only the label or white space is in the span', () => {
    assert.deepEqual(from('How', '**PP3:** '), ['I']);
    assert.deepEqual(from('it?', 'it?\n\n'), ['I']);
    assert.deepEqual(from('# Int', 'Interview'), []);
    assert.deepEqual(speakersIn(interview, { start: 40, end: 40 }), []);
  });
});

describe('readable', () => {
  const from = (first: string, last: string) =>
    readable(interview, { start: find(interview, first).start, end: find(interview, last).end });

  it('is what a reader sees', () => {
    assert.equal(from('It was', 'And so'), 'It was quite good. Dr. Lee came [late]. And so');
    assert.equal(from('so on', 'more'), 'so on. Second paragraph & more');
    assert.equal(from('**PP3:** It', 'quite'), 'It was quite');
  });

  it('names the speaker where the turn changes', () => {
    assert.equal(from('How', 'was *quite'), 'How was it? — PP3: It was quite');
    assert.equal(from('more', 'Yes'), 'more. — I: #1? — PP3: Yes');
    assert.equal(readable(parse('Before.\n\nI: a\n\nI: b'), { start: 0, end: 99 }), 'Before. — I: a — I: b');
  });

  it('leaves half an escape and half an entity out', () => {
    assert.equal(from('good', 'came \\'), 'good. Dr. Lee came');
    assert.equal(from('paragraph', '&am'), 'paragraph');
  });

  it('parts blocks and cells, not emphasis', () => {
    assert.equal(
      readable(parse('wo**rd**\n\n| a | b |\n|---|---|\n| c<br>d | e |\n\n- f\n- g'), { start: 0, end: 99 }),
      'word a b c d e f g',
    );
  });

  it('is empty where there is no text', () => {
    assert.deepEqual(
      [
        readable(interview, { start: 3, end: 3 }),
        readable(interview, { start: 0, end: 10 }),
        readable(interview, { start: 9, end: 2 }),
      ],
      ['', '', ''],
    );
  });
});

describe('words', () => {
  const counts: [text: string, expected: number][] = [
    ['', 0],
    ["One two, three-four don’t O'Neil 3.", 6],
    ['wo**rd** *and* `code`', 3],
    ['# Heading\n\nI: one\n\nI: two #00:01:02-3#', 2],
    ['nai\u0308ve Straße שלום עולם', 4],
    ['… — ! 😀', 0],
    ['one\ntwo\n\nthree', 3],
  ];
  for (const [text, expected] of counts)
    it(`are ${expected} in ${JSON.stringify(text)}`, () => assert.equal(words(parse(text)), expected));

  it('are told apart where a script has no spaces', () => {
    for (const text of ['我喜欢喝茶。', 'コーヒーを飲みます', 'สวัสดีครับผม'])
      assert.ok(words(parse(text)) > 1 && words(parse(text)) < text.length, text);
  });

  it('are counted in a span', () => assert.equal(words(interview, find(interview, 'was *quite* good')), 3));

  it('begin where they stand in the source', () => {
    const t = parse('I: so 😀 it\n*go*es &amp;c. &eacute;t\n\n# Heading\n\nPP3: we\u0301ll', 'I', 'PP3');
    const found = [...wordStarts(t)].map(start => at(t, { start, end: start + 2 }));
    assert.deepEqual(found, ['so', 'it', 'go', 'c.', '&e', 'we']);
  });

  it('begin as often as they are counted, in order, whatever the text', () => {
    check(
      fc.property(anyText(), text => {
        const t = parse(text, 'PP3', 'I');
        const starts = wordStarts(t);
        assert.equal(starts.length, words(t));
        assert.deepEqual(
          [...starts].sort((a, b) => a - b),
          [...starts],
        );
      }),
    );
  });

  it('are each speaker’s share', () => {
    assert.deepEqual(speakerStats(interview), [
      { speaker: 'I', turns: 2, words: 4 },
      { speaker: 'PP3', turns: 2, words: 15 },
    ]);
  });
});

describe('sentenceAt', () => {
  const sentence = (text: string, offset = 0) =>
    at(interview, sentenceAt(interview, find(interview, text).start + offset));

  it('is the sentence around a position', () => {
    assert.equal(sentence('quite'), 'It was *quite* good.');
    assert.equal(sentence('*quite'), 'It was *quite* good.');
    assert.equal(sentence('late'), 'Dr. Lee came \\[late\\].');
    assert.equal(sentence('so on'), 'And so on.');
    assert.equal(sentence('on.', 3), 'And so on.');
    assert.equal(sentence('more'), 'Second paragraph &amp; more.');
  });

  it('goes on over a wrapped line, not into another turn', () => {
    const t = parse('I: so it\ngoes. And\nPP3: yes', 'I', 'PP3');
    assert.deepEqual(
      [3, 10, 16].map(position => at(t, sentenceAt(t, position))),
      ['so it\ngoes.', 'so it\ngoes.', 'And'],
    );
  });

  it('is none in a label, between paragraphs and in the front matter', () => {
    assert.deepEqual(
      [sentence('**PP3:** It', 3), sentence('\n> Second'), sentenceAt(interview, 5), sentenceAt(interview, 99_999)],
      Array(4).fill(undefined),
    );
  });

  it('knows other languages and survives a language that is none', () => {
    const t = parse('---\nlanguage: not a language\n---\n你好。我很好！', 'x');
    assert.equal(at(t, sentenceAt(t, find(t, '很').start)), '我很好！');
  });
});

describe('trimToText', () => {
  const trimmed = (text: string) => at(interview, trimToText(interview, find(interview, text)));
  const cases: [selected: string, expected: string][] = [
    ['was', 'was'],
    ['\n\n**PP3:** It was ', 'It was'],
    ['3:** It was ', 'It was'],
    ['it?\n\n**PP3:** ', 'it?'],
    ['it?\n\n**PP3:** It', 'it?\n\n**PP3:** It'],
    ['#1? #00:01:02-3#\n', '#1?'],
    ['\n> Second', 'Second'],
    ['*quite*', '*quite*'],
    ['was *quite* ', 'was *quite*'],
    ['*quite* good', '*quite* good'],
    ['*quite', 'quite'],
    ['quite*', 'quite'],
    ['\\[late\\]', '\\[late\\]'],
    ['**PP3:** ', ''],
    ['\n\n', ''],
  ];
  for (const [selected, expected] of cases)
    it(`makes ${JSON.stringify(selected)} ${JSON.stringify(expected)}`, () =>
      assert.equal(trimmed(selected), expected));

  it('keeps the mark of a turn in bold out', () => {
    const t = parse('**I: How?**\n\n**I: And?**');
    assert.equal(at(t, trimToText(t, { start: 0, end: 12 })), 'How?');
  });

  it('stays inside the selection, is the same the second time, and shows the same', () => {
    check(
      fc.property(fc.oneof(anyText(), tameText()), fc.nat(150), fc.nat(150), (text, a, b) => {
        const t = parse(text, 'PP3', 'I');
        const span = { start: Math.min(a, b), end: Math.max(a, b) };
        const result = trimToText(t, span);
        assert.ok(
          result.start >= span.start && result.end <= Math.max(span.start, span.end) && result.start <= result.end,
        );
        assert.deepEqual(trimToText(t, result), result);
        assert.equal(readable(t, result), readable(t, span));
        assert.deepEqual(speakersIn(t, result), speakersIn(t, span));
        const labels = t.turns.flatMap(turn => (turn.label ? [turn.label] : []));
        if (result.start < result.end)
          assert.ok(
            !labels.some(
              label =>
                label.start < result.end &&
                result.start < label.end &&
                (result.start >= label.start || result.end <= label.end),
            ),
          );
      }),
      200,
    );
  });
});

describe('queries', () => {
  it('never throw', () => {
    check(
      fc.property(
        anyText(),
        fc.integer({ min: -5, max: 300 }),
        fc.integer({ min: -5, max: 300 }),
        (text, start, end) => {
          const t = parse(text, 'PP3', 'I');
          for (const query of [turnsIn, speakersIn, readable, words, trimToText]) query(t, { start, end });
          speakerStats(t);
          const sentence = sentenceAt(t, start);
          if (!sentence) return;
          assert.ok(sentence.start < sentence.end && sentence.start >= 0 && sentence.end <= t.points.length);
          assert.ok(start >= sentence.start || readable(t, { start, end: sentence.start }) === '');
          assert.ok(start <= sentence.end || readable(t, { start: sentence.end, end: start }) === '');
        },
      ),
      150,
    );
  });
});
