import assert from 'node:assert/strict';
import { becomes, readOnce, waitUntil } from '../../e2e/support/waiting.js';

/** Answers one thing after the other; an error is thrown. */
function inTurn<T>(...answers: (T | Error)[]): () => Promise<T> {
  return async () => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) throw answer;
    return answer as T;
  };
}
const REPLACED = [
  new Error('locator.allTextContents: Frame was detached'),
  new Error('locator.evaluate: Execution context was destroyed, most likely because of a navigation'),
];

describe('waiting for what a window shows', () => {
  it('goes on when the frame that is read is replaced', async () => {
    assert.equal(await waitUntil(inTurn<number | undefined>(...REPLACED, undefined, 3)), 3);
    assert.deepEqual(await readOnce(inTurn([], ...REPLACED, ['a']), ({ length }) => length > 0), ['a']);
    await becomes(inTurn(['b'], ...REPLACED, ['a']), ['a']);
  });

  it('fails at once when anything else is wrong', async () => {
    const ambiguous = new Error('strict mode violation: resolved to 2 elements');
    await assert.rejects(waitUntil(inTurn<number>(ambiguous, 3)), ambiguous);
  });

  it('ends when the time is over, and says what was missing', async () => {
    await assert.rejects(
      waitUntil(inTurn(false), () => 'nothing came', 50),
      /After 0\.05 s nothing came/,
    );
    await assert.rejects(
      waitUntil(inTurn<number>(REPLACED[0] as Error), () => 'nothing came', 50),
      /nothing came/,
    );
  });
});
