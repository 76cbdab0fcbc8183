import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../src/core/pieces.js';
import { jsonOf, weightOf } from '../../../src/extension/pages/jsonOf.js';
import { inParts, isLight, PART_LENGTH } from '../../../src/extension/pages/messageParts.js';
import type { MessagePart } from '../../../src/webview/common/protocol.js';
import { wholeMessages } from '../../../src/webview/common/wholeMessages.js';
import { anyText } from '../support/arbitraries.js';

const anyKey = fc.oneof(fc.string({ maxLength: 9 }), fc.constantFrom('__proto__', 'constructor', 'type', 'part', '1'));
/** What pages are sent: data such as JSON has, with things that are undefined, and keys that records have by themselves. */
const anyValue = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(
      anyText({ maxLength: 12 }),
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom(null, undefined, -0, Number.NaN),
    ),
    fc.array(tie('value'), { maxLength: 6 }),
    fc.dictionary(anyKey, tie('value'), { maxKeys: 6 }),
  ),
})).value;
const anyRecord = fc.dictionary(anyKey, anyValue, { maxKeys: 6 });
const anyLength = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 2000 }));

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function partsOf(message: unknown, length?: number): MessagePart[] {
  const parts: MessagePart[] = [];
  atOnce(inParts(message, part => parts.push(part), length));
  return parts;
}

/** What a page is handed of what comes in. */
function handedOn(data: readonly unknown[]): unknown[] {
  const whole: unknown[] = [];
  const take = wholeMessages<unknown>(message => whole.push(message));
  for (const one of data) take(plain(one));
  return whole;
}

const excerpts = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `e${i}`,
    speakers: ['PP1'],
    text: 'We waited for the others to come back to it. '.repeat(8),
    line: i,
    isExample: false,
  }));

describe('a message in parts', () => {
  it('is the text that JSON makes of it, and the page is handed what it makes of that', () => {
    fc.assert(
      fc.property(anyRecord, anyLength, (message, length) => {
        const parts = partsOf(message, length);
        assert.equal(parts.map(({ text }) => text).join(''), JSON.stringify(message));
        assert.deepEqual(handedOn(parts), [plain(message)]);
      }),
    );
  });

  it('has no part that is too long, in their order, and ends once', () => {
    fc.assert(
      fc.property(anyRecord, anyLength, (message, length) => {
        const parts = partsOf(message, length);
        assert.ok(parts.every(({ text }) => text.length <= length));
        assert.deepEqual(
          parts.map(({ part }) => part),
          [...parts.keys()],
        );
        assert.deepEqual(
          parts.map(({ isLast }) => isLast),
          parts.map(({ part }) => part === parts.length - 1),
        );
      }),
    );
  });

  it('is made by and by, with a stop at each part and hardly more in one go than fits into one', () => {
    const list = {
      type: 'list',
      list: { excerpts: excerpts(5000), memos: Object.fromEntries(excerpts(5000).entries()) },
    };
    let parts = 0;
    let before = 0;
    let stops = 0;
    const work = inParts(list, () => parts++);
    for (let isDone = false; !isDone; stops++) {
      isDone = work.next().done === true;
      assert.ok(parts - before <= 1);
      before = parts;
    }
    assert.ok(parts > 10);
    assert.ok(stops > parts);
    const texts = [...jsonOf(list, PART_LENGTH)];
    assert.ok(texts.every(text => text.length < 1.2 * PART_LENGTH));
    assert.ok(texts.length < 5 * parts, 'not an excerpt at a time');
    assert.equal(texts.join(''), JSON.stringify(list));
  });

  it('leaves a very long string whole while it is made, and cuts its text', () => {
    const message = { type: 'list', text: '“\n😀'.repeat(PART_LENGTH) };
    const parts = partsOf(message);
    assert.ok(parts.length > 4);
    assert.deepEqual(handedOn(parts), [message]);
  });

  it('is what a light one is not, however it is made up; a large one is not looked through for that', () => {
    assert.ok(isLight({ type: 'list', excerpts: excerpts(100) }));
    assert.ok(!isLight({ type: 'list', excerpts: excerpts(1000) }));
    assert.ok(!isLight({ type: 'list', text: 'x'.repeat(PART_LENGTH) }));
    assert.ok(!isLight({ type: 'list', keys: Object.fromEntries(Array(30_000).entries()) }));
    let looked = 0;
    const items = new Proxy(Array(1_000_000).fill(0), {
      get(target, key) {
        looked++;
        return Reflect.get(target, key);
      },
    });
    assert.ok(!isLight({ type: 'list', items }));
    assert.ok(looked < 2 * PART_LENGTH);
  });

  it('weighs about as much as its text is long', () => {
    fc.assert(
      fc.property(anyRecord, message => {
        const text = JSON.stringify(message, (_, value) => (value === undefined ? null : value));
        const weight = weightOf(message, Number.POSITIVE_INFINITY);
        assert.ok(weight >= text.length / 6 && weight <= 3 * text.length + 3, `${weight} for ${text.length}`);
      }),
    );
  });
});

describe('what a page is handed', () => {
  it('are the messages that came whole, whatever was given up in between and wherever the page began to listen', () => {
    const anySent = fc.array(
      fc.record({ message: anyRecord, length: anyLength, kept: fc.option(fc.nat(5)), isWhole: fc.boolean() }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(anySent, fc.nat(10), (sent, missed) => {
        const came: unknown[] = [];
        const expected: unknown[] = [];
        for (const { message, length, kept, isWhole } of sent) {
          const begins = came.length;
          if (isWhole) came.push({ ...message, type: 'whole' });
          else came.push(...partsOf(message, length).slice(0, kept ?? undefined));
          const isGivenUp = !isWhole && !(came.at(-1) as MessagePart | undefined)?.isLast;
          const isSent = came.length > begins && !isGivenUp;
          if (isSent && begins >= missed) expected.push(plain(isWhole ? { ...message, type: 'whole' } : message));
        }
        assert.deepEqual(handedOn(came.slice(missed)), expected);
      }),
    );
  });
});
