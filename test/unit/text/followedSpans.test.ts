import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FollowedSpans } from '../../../src/core/text/followedSpans.js';
import type { Span } from '../../../src/core/text/span.js';
import type { TextChange } from '../../../src/core/text/textChange.js';

/** A text as an editor has it: it applies changes one after the other and tells of them. */
class Typed {
  readonly spans: FollowedSpans;

  constructor(private text: string) {
    this.spans = new FollowedSpans(text);
  }

  /** Follows passages; each goes by its words. */
  follow(...passages: string[]): this {
    for (const passage of passages) {
      const start = this.text.indexOf(passage);
      assert.ok(start >= 0, passage);
      this.spans.place(passage, { start, end: start + passage.length });
    }
    return this;
  }

  /** Makes changes, as one event. */
  change(...changes: TextChange[]): this {
    for (const { start, end, text } of changes) this.text = this.text.slice(0, start) + text + this.text.slice(end);
    this.spans.change(changes, this.text);
    return this;
  }

  /** Puts a text in place of another, which is there once. */
  replace(what: string, by: string): this {
    const start = this.text.indexOf(what);
    assert.ok(start >= 0, what);
    return this.change({ start, end: start + what.length, text: by });
  }

  /** Puts a text in behind another at once, as pasting does. */
  paste(what: string, text: string): this {
    const at = this.text.indexOf(what) + what.length;
    return this.change({ start: at, end: at, text });
  }

  /** Types letter by letter behind a text. */
  typeBehind(what: string, letters: string): this {
    let at = this.text.indexOf(what) + what.length;
    for (const text of letters) this.change({ start: at, end: at++, text });
    return this;
  }

  /** The words of a passage now; undefined where it is nowhere. */
  words(passage: string): string | undefined {
    const span = this.spans.at(passage);
    return span && this.text.slice(span.start, span.end);
  }

  /** Makes the text another one at once, as an undo does. */
  becomes(text: string): this {
    let start = 0;
    while (start < Math.min(text.length, this.text.length) && text[start] === this.text[start]) start++;
    let tail = 0;
    const most = Math.min(text.length, this.text.length) - start;
    while (tail < most && text.at(-1 - tail) === this.text.at(-1 - tail)) tail++;
    return this.change({ start, end: this.text.length - tail, text: text.slice(start, text.length - tail) });
  }
}

const TEXT = '**PP3:** I think it got better after that.\n\n**PP4:** We never talked about it, not once.\n';

describe('spans that follow typing', () => {
  it('leave out what is typed at their borders and have what is typed inside', () => {
    const typed = new Typed(TEXT).follow('it got better');
    typed.typeBehind('I think ', 'that ').typeBehind('got better', ' soon').typeBehind('it got', ' so much');
    assert.equal(typed.words('it got better'), 'it got so much better');
  });

  it('have the last word that is typed anew, letter by letter, and the first', () => {
    const typed = new Typed(TEXT).follow('it got better');
    typed.replace('better', 'w').typeBehind('it got w', 'orse');
    assert.equal(typed.words('it got better'), 'it got worse');
    for (let left = 'worse'; left !== ''; left = left.slice(0, -1))
      typed.replace(`got ${left}`, `got ${left.slice(0, -1)}`);
    typed.typeBehind('it got ', 'bad');
    assert.equal(typed.words('it got better'), 'it got bad');
    typed.replace('it', '').typeBehind('I think ', 'all');
    assert.equal(typed.words('it got better'), 'all got bad');
  });

  it('do not have what is typed behind them later or on a new line', () => {
    const typed = new Typed(TEXT).follow('it got better');
    typed.replace('better', 'bad').typeBehind('**PP4:**', '!').typeBehind('it got bad', 'ly');
    assert.equal(typed.words('it got better'), 'it got bad');
    typed.replace('bad', 'so').typeBehind('it got so', '\nthen');
    assert.equal(typed.words('it got better'), 'it got so');
  });

  it('are nowhere once they are typed over, and where they were after undo', () => {
    const typed = new Typed(TEXT).follow('it got better', 'better');
    typed.replace('it got better', 'x').typeBehind('I think x', 'yz');
    assert.equal(typed.words('it got better'), undefined);
    typed.becomes(TEXT);
    assert.equal(typed.words('it got better'), 'it got better');
    assert.equal(typed.words('better'), 'better');
  });

  it('go with a line that is moved, and with one that is moved past them', () => {
    const typed = new Typed('first line here\nsecond line there\nthird\n').follow('line here', 'line there');
    // As VS Code moves the second line up: the first is put in behind it, and removed above.
    typed.change({ start: 33, end: 33, text: '\nfirst line here' }, { start: 0, end: 16, text: '' });
    assert.equal(typed.words('line here'), 'line here');
    assert.equal(typed.words('line there'), 'line there');
    assert.deepEqual(typed.spans.at('line here'), { start: 24, end: 33 });
  });

  it('go with what is cut to where it is pasted, once', () => {
    const typed = new Typed(TEXT).follow('it got better', 'got');
    typed.replace(' it got better', '').typeBehind('talked', '!');
    assert.equal(typed.words('got'), undefined);
    typed.paste('once', ' it got better');
    assert.equal(typed.words('it got better'), 'it got better');
    assert.equal(typed.words('got'), 'got');
    const { start } = typed.spans.at('got') as Span;
    typed.paste('**PP3:**', ' it got better');
    assert.equal(typed.spans.at('got')?.start, start + ' it got better'.length);
  });

  it('go with a long stretch into a longer one, but a short one must come alone and at once', () => {
    const long = 'We never talked about it, not once.';
    const typed = new Typed(TEXT).follow('never talked', 'better');
    typed.replace(long, '').replace('better', '').replace('that', 'this');
    typed.paste('I think', ` ${long} better`);
    assert.equal(typed.words('never talked'), 'never talked');
    assert.equal(typed.words('better'), undefined);
    typed.paste('this', 'better');
    assert.equal(typed.words('better'), undefined, 'something else was removed meanwhile');
  });

  it('do not go with what is put in twice at once, or with the rest of what was deleted bit by bit', () => {
    const typed = new Typed(TEXT).follow('it got better', 'never talked');
    typed.replace('it got better', '');
    typed.change({ start: 60, end: 60, text: 'it got better' }, { start: 2, end: 2, text: 'it got better' });
    assert.equal(typed.words('it got better'), undefined);
    typed.replace('never ', '').replace('talked', '').paste('once', 'talked');
    assert.equal(typed.words('never talked'), undefined);
  });

  it('are nowhere where most of a text was replaced, until somebody finds them', () => {
    const filler = 'Words that nobody coded, over and over again. '.repeat(60);
    const typed = new Typed(`before ${filler} coded words ${filler} after\n`).follow('before', 'coded words', 'after');
    const other = `Other ${filler}`;
    const changes = { start: 10, end: 10 + filler.length * 2, text: other };
    typed.change(changes);
    assert.deepEqual(
      [typed.words('before'), typed.words('coded words'), typed.words('after')],
      ['before', undefined, 'after'],
    );
    typed.spans.settle(new Map([['coded words', { start: 20, end: 25 }]]));
    assert.deepEqual(typed.spans.at('coded words'), { start: 20, end: 25 });
  });

  it('come back to where they were before they were corrected, but not past being placed anew', () => {
    const typed = new Typed(TEXT).follow('it got better', 'never talked');
    typed.typeBehind('I think', '!');
    typed.spans.settle(new Map([['it got better', undefined]]));
    typed.spans.place('never talked', { start: 0, end: 5 });
    typed.typeBehind('not once', '!').becomes(TEXT);
    assert.equal(typed.words('it got better'), 'it got better');
    assert.deepEqual(typed.spans.at('never talked'), { start: 0, end: 5 });
  });

  it('tell where they were in a text that was there lately', () => {
    const typed = new Typed(TEXT).follow('it got better');
    typed.typeBehind('I', ' do').replace('it got better', '');
    assert.deepEqual(typed.spans.in(TEXT)?.get('it got better'), { start: 17, end: 30 });
    assert.equal(typed.spans.in('something else'), undefined);
  });

  it('are nowhere where changes are not what became of the text', () => {
    const spans = new FollowedSpans(TEXT);
    spans.place('a', { start: 20, end: 25 });
    assert.equal(spans.change([{ start: 0, end: 0, text: 'abc' }], `a${TEXT}`), 'replaced');
    assert.equal(spans.at('a'), undefined);
    assert.equal(spans.change([{ start: 0, end: 1, text: '' }], TEXT), 'restored');
    assert.deepEqual(spans.at('a'), { start: 20, end: 25 });
  });
});

const LENGTH = 24;
const anySpan = fc
  .tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 9 }))
  .map(([start, length]): Span => ({ start, end: Math.min(LENGTH, start + length) }));
/** Numbers that become a change of whatever text there is. */
const anyChange = fc.tuple(fc.nat(1000), fc.oneof(fc.constant(0), fc.nat(8)), fc.string({ maxLength: 3 }));
const anyEvent = fc.array(anyChange, { minLength: 1, maxLength: 4 });

function changeOf([at, length, text]: [number, number, string], size: number): TextChange {
  const start = at % (size + 1);
  return { start, end: Math.min(size, start + length), text };
}

/** One event on a text: its changes, each counted in the text after those before it, and the text after all of them. */
function eventOn(text: string, event: readonly [number, number, string][]): { changes: TextChange[]; now: string } {
  let now = text;
  const changes = event.map(one => {
    const change = changeOf(one, now.length);
    now = now.slice(0, change.start) + change.text + now.slice(change.end);
    return change;
  });
  return { changes, now };
}

/** Follows a span by marking each of its characters. */
function byMarks(size: number, span: Span, changes: readonly TextChange[]): Span | undefined {
  let marks = Array.from({ length: size }, (_, i) => i >= span.start && i < span.end);
  for (const { start, end, text } of changes) {
    const [before, gone, after] = [marks.slice(0, start), marks.slice(start, end), marks.slice(end)];
    const isBetween = before.includes(true) && after.includes(true);
    const isPart = gone.length > 0 && !gone.includes(false) && (before.includes(true) || after.includes(true));
    marks = [...before, ...Array.from(text, () => isBetween || isPart), ...after];
  }
  const first = marks.indexOf(true);
  return first === -1 ? undefined : { start: first, end: marks.lastIndexOf(true) + 1 };
}

describe('spans that follow any edits', () => {
  const text = 'abcdefghijklmnopqrstuvwx';

  it('are where their characters are', () => {
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 5 }), anyEvent, (spans, event) => {
        const followed = new FollowedSpans(text);
        for (const [i, span] of spans.entries()) followed.place(String(i), span);
        const { changes, now } = eventOn(text, event);
        followed.change(changes, now);
        for (const [i, span] of spans.entries())
          assert.deepEqual(followed.at(String(i)), byMarks(text.length, span, changes));
      }),
      { numRuns: 2000 },
    );
  });

  it('are exactly where they were whenever a text comes back, by whatever way', () => {
    // A number takes back so many events at once, as undo does, or does them again.
    const step = fc.oneof(
      { weight: 3, arbitrary: anyEvent },
      { weight: 2, arbitrary: fc.integer({ min: -4, max: 4 }) },
    );
    fc.assert(
      fc.property(
        fc.array(anySpan, { minLength: 1, maxLength: 5 }),
        fc.array(step, { maxLength: 25 }),
        (spans, steps) => {
          const followed = new FollowedSpans(text);
          for (const [i, span] of spans.entries()) followed.place(String(i), span);
          const all = () => spans.map((_, i) => followed.at(String(i)));
          const seen = new Map([[text, all()]]);
          let history = [text];
          let at = 0;
          for (const one of steps) {
            let changes: TextChange[];
            let now: string;
            const before = history[at] as string;
            if (typeof one === 'number') {
              at = Math.max(0, Math.min(history.length - 1, at + one));
              now = history[at] as string;
              changes = [{ start: 0, end: before.length, text: now }];
            } else {
              ({ changes, now } = eventOn(before, one));
              history = [...history.slice(0, at + 1), now];
              at++;
            }
            followed.change(changes, now);
            const expected = seen.get(now);
            if (expected !== undefined) assert.deepEqual(all(), expected);
            seen.set(now, all());
            assert.deepEqual(all().filter(Boolean), [...(followed.in(now)?.values() ?? [])]);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
