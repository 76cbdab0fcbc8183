import { isDeepStrictEqual } from 'node:util';
import { PATIENCE } from './host';

/** What reading says while a webview is drawn anew, which replaces the frame that is read. */
const REPLACED = /frame (?:was|has been) detached|execution context was destroyed/i;

/**
 * Asks again and again until there is an answer other than undefined and false: for conditions that nothing tells of. A frame that
 * is replaced while it is asked has not answered yet.
 */
export async function waitUntil<T>(
  ask: () => T | undefined | Promise<T | undefined>,
  complaint: () => string = () => 'the condition was not met',
  limit = PATIENCE,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      if (!REPLACED.test(String(error))) throw error;
    }
    if (Date.now() > end) throw new Error(`After ${limit / 1000} s ${complaint()}`);
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}

/** Reads again and again until what is read is as wanted, and gives it. */
export async function readOnce<T>(read: () => Promise<T>, isWanted: (value: T) => boolean): Promise<T> {
  let last: T | undefined;
  const ask = async (): Promise<{ value: T } | undefined> => {
    const value = await read();
    last = value;
    return isWanted(value) ? { value } : undefined;
  };
  const { value } = await waitUntil(ask, () => `what is read is not as expected: ${inShort(last)}`);
  return value;
}

/** Waits until what is read is exactly this. */
export async function becomes<T>(read: () => T | Promise<T>, expected: T): Promise<void> {
  let last: T | undefined;
  const isThere = async (): Promise<boolean> => {
    last = await read();
    return isDeepStrictEqual(last, expected);
  };
  await waitUntil(isThere, () => `it is ${inShort(last)} and not ${inShort(expected)}`);
}

/** What was read, for a message: a page may be long. */
function inShort(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 1000 ? `${text.slice(0, 1000)}…` : text;
}
