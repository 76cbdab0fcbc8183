/** Puts things together by a key, in the order in which the keys come first. */
export function grouped<T>(all: Iterable<T>, keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) putTo(groups, keyOf(one), one);
  return groups;
}

/** Puts one thing to those of its key. */
export function putTo<K, T>(groups: Map<K, T[]>, key: K, one: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [one]);
  else group.push(one);
}
