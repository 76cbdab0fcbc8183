import assert from 'node:assert/strict';
import { type FailureKind, VersionFailure } from '../../../../src/core/versions/failure.js';
import type { Copy } from './workStudy.js';

/** What nobody needs to understand; files that are named may be called so. */
const GITS_WORDS =
  /\b(?:commits?|committed|merg(?:e|es|ed|ing)|branch(?:es)?|push(?:ed)?|pull|fetch(?:ed)?|rebas(?:e|ed|ing)|HEAD|remotes?|upstream|stag(?:e|ed)|index|repository|refs?|checkout)\b/i;

/**
 * Something must fail with a sentence and a remedy that need no explaining, and leave everything as it was.
 * @returns the failure
 */
export async function failsAs(kind: FailureKind, copy: Copy, work: () => Promise<unknown>): Promise<VersionFailure> {
  const before = copy.state();
  const failure = await work().then(
    () => assert.fail(`it did not fail as ${kind}`),
    (error: unknown) => error,
  );
  if (!(failure instanceof VersionFailure)) throw failure;
  assert.equal(failure.kind, kind, `${failure.message}\n${failure.details}`);
  for (const words of [failure.message, failure.remedy]) {
    assert.match(words, /^[A-Z“\d].*[.?]$/s);
    assert.doesNotMatch(words.replace(/\S*\.lock\b|“.*?”/g, ''), GITS_WORDS);
  }
  assert.deepEqual(copy.state(), before);
  return failure;
}
