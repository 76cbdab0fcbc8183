/**
 * The part of `node:assert/strict` that integration tests use, for the web-worker host, which has no Node. The build puts it
 * in place of `node:assert/strict` there, so a test imports that and runs in both hosts.
 */

class AssertionError extends Error {
  override name = 'AssertionError';
  constructor(
    message: string | undefined,
    fallback: string,
    readonly actual?: unknown,
    readonly expected?: unknown,
  ) {
    super(message ?? fallback);
  }
}

export function ok(value: unknown, message?: string): asserts value {
  if (!value) throw new AssertionError(message, `${String(value)} is not truthy`);
}

export function fail(message?: string): never {
  throw new AssertionError(message, 'failed');
}

export function equal(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) throw new AssertionError(message, 'values differ', actual, expected);
}

export function notEqual(actual: unknown, expected: unknown, message?: string): void {
  if (Object.is(actual, expected)) throw new AssertionError(message, `both are ${String(actual)}`);
}

export function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  if (!isDeepEqual(actual, expected)) throw new AssertionError(message, 'values differ', actual, expected);
}

export function match(text: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(text)) throw new AssertionError(message, `${pattern} does not match`, text, String(pattern));
}

export function doesNotMatch(text: string, pattern: RegExp, message?: string): void {
  if (pattern.test(text)) throw new AssertionError(message, `${pattern} matches`, text, String(pattern));
}

export function throws(action: () => unknown, expected?: RegExp): void {
  try {
    action();
  } catch (error) {
    if (expected) match(String(error), expected);
    return;
  }
  fail('nothing was thrown');
}

export async function rejects(action: Promise<unknown> | (() => Promise<unknown>), expected?: RegExp): Promise<void> {
  try {
    await (typeof action === 'function' ? action() : action);
  } catch (error) {
    if (expected) match(String(error), expected);
    return;
  }
  fail('nothing was thrown');
}

function isDeepEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (a instanceof Map && b instanceof Map) return isDeepEqual([...a], [...b]);
  if (a instanceof Set && b instanceof Set) return isDeepEqual([...a], [...b]);
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length && keys.every(key => key in right && isDeepEqual(left[key], right[key]))
  );
}

const assert = Object.assign((value: unknown, message?: string): asserts value => ok(value, message), {
  ok,
  fail,
  equal,
  notEqual,
  strictEqual: equal,
  deepEqual,
  deepStrictEqual: deepEqual,
  match,
  doesNotMatch,
  throws,
  rejects,
});

/** As `import assert from 'node:assert/strict'`. */
// biome-ignore lint/style/noDefaultExport: it stands in for a module that has one
export default assert;
