import type { ListedExcerpt } from '../../../core/analysis/excerptList.js';

/** Names an excerpt on the page; unlike the coding's id it is there once, also where an id was written twice. */
export function keysOf(excerpts: readonly ListedExcerpt[]): string[] {
  const seen = new Map<string, number>();
  return excerpts.map(({ id, coder, transcript }) => {
    const key = JSON.stringify([coder, transcript, id]);
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return times === 0 ? key : `${key} ${times}`;
  });
}

const known = new WeakMap<readonly ListedExcerpt[], Map<ListedExcerpt, string>>();

/** Worked out once for each list that comes. */
export function keysByExcerpt(excerpts: readonly ListedExcerpt[]): ReadonlyMap<ListedExcerpt, string> {
  const before = known.get(excerpts);
  if (before !== undefined) return before;
  const keys = keysOf(excerpts);
  const made = new Map(excerpts.map((excerpt, i) => [excerpt, keys[i] as string]));
  known.set(excerpts, made);
  return made;
}
