import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MessageLine } from '../../../src/extension/pages/messageLine.js';
import { PART_LENGTH } from '../../../src/extension/pages/messageParts.js';
import { PART } from '../../../src/webview/common/protocol.js';
import { wholeMessages } from '../../../src/webview/common/wholeMessages.js';

interface Numbered {
  readonly type: string;
  readonly number: number;
  readonly items?: readonly string[];
}

const light = (number: number): Numbered => ({ type: 'light', number });
/** Three parts and a bit. */
const heavy = (number: number): Numbered => ({
  type: 'heavy',
  number,
  items: Array(3100).fill(String(number).padEnd(PART_LENGTH / 1000, '.')),
});

/** A line and what comes out of it: what was posted, and what the page is handed. */
function lineTo(onPost: (message: unknown) => void = () => undefined) {
  const posted: unknown[] = [];
  const handed: Numbered[] = [];
  const take = wholeMessages<Numbered>(message => handed.push(message));
  const line = new MessageLine(async message => {
    posted.push(message);
    take(message as Numbered);
    onPost(message);
    return true;
  });
  return { line, posted, handed, numbers: () => handed.map(({ number }) => number) };
}

const FREE = { cancelled: false };

describe('the line to a page', () => {
  it('sends a light message at once, the very same', async () => {
    const { line, posted } = lineTo();
    const message = light(1);
    const sent = line.send(message, FREE);
    assert.equal(posted.length, 1);
    assert.equal(posted[0], message);
    assert.equal(line.isBusy, false);
    assert.equal(await sent, true);
  });

  it('sends a heavy one in parts, with turns of others in between, and is busy as long as that takes', async () => {
    const { line, posted, handed } = lineTo();
    const sent = line.send(heavy(1), FREE);
    assert.equal(line.isBusy, true);
    assert.equal(posted.length, 0, 'not at once');
    assert.equal(await sent, true);
    assert.equal(line.isBusy, false);
    assert.ok(posted.length >= 4);
    assert.deepEqual(handed, [heavy(1)]);
  });

  it('keeps the order of whatever is sent, and gives up what is cancelled, whenever that is', async () => {
    const anyMessages = fc.array(
      fc.record({ isHeavy: fc.boolean(), cancelledAfter: fc.option(fc.nat(12), { freq: 2 }), isAwaited: fc.boolean() }),
      { minLength: 1, maxLength: 6 },
    );
    const property = fc.asyncProperty(anyMessages, async messages => {
      const cancellations = messages.map(() => ({ cancelled: false }));
      const { line, numbers, posted } = lineTo(() => {
        messages.forEach(({ cancelledAfter }, i) => {
          const one = cancellations[i];
          if (cancelledAfter !== null && one !== undefined && posted.length >= cancelledAfter) one.cancelled = true;
        });
      });
      const results: Promise<boolean>[] = [];
      for (const [i, { isHeavy, isAwaited }] of messages.entries()) {
        const sent = line.send(isHeavy ? heavy(i) : light(i), cancellations[i] ?? FREE);
        results.push(sent);
        if (isAwaited) await sent;
      }
      const isSent = await Promise.all(results);
      assert.deepEqual(
        numbers(),
        messages.map((_, i) => i).filter(i => isSent[i]),
      );
      for (const [i, { cancelledAfter }] of messages.entries()) if (cancelledAfter === null) assert.ok(isSent[i]);
      assert.equal(line.isBusy, false);
    });
    await fc.assert(property, { numRuns: 30 });
  });

  it('sends no more of a message that is cancelled, and the next one at its next turn', async () => {
    const cancellation = { cancelled: false };
    const { line, posted, numbers } = lineTo(() => {
      cancellation.cancelled = true;
    });
    const [first, second] = [line.send(heavy(1), cancellation), line.send(light(2), FREE)];
    assert.deepEqual(await Promise.all([first, second]), [false, true]);
    assert.equal(posted.length, 2);
    assert.deepEqual(numbers(), [2]);
  });

  it('goes on after a message that cannot be sent', async () => {
    let isBroken = true;
    const { line, numbers } = lineTo(message => {
      if (isBroken && (message as { type: string }).type === PART) throw new Error('broken');
    });
    const first = line.send(heavy(1), FREE);
    const second = line.send(light(2), FREE);
    await assert.rejects(first, /broken/);
    isBroken = false;
    assert.equal(await second, true);
    assert.equal(await line.send(heavy(3), FREE), true);
    assert.deepEqual(numbers().slice(-2), [2, 3]);
  });
});
