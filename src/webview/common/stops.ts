/** What the arrow keys go through. */
interface Keyed {
  readonly key: string;
}

/**
 * Where the arrow keys go from an item; at the ends they stay.
 * @param from index of the item one is at; -1 for none
 * @param steps how many stops further, or back
 * @returns index of an item; `from` where there is nothing to go to
 */
export function stepFrom<Item>(
  items: readonly Item[],
  isStop: (item: Item) => boolean,
  from: number,
  steps: number,
): number {
  const direction = steps < 0 ? -1 : 1;
  let at = from;
  let left = Math.abs(steps);
  for (let next = from + direction; left > 0 && next >= 0 && next < items.length; next += direction) {
    if (!isStop(items[next] as Item)) continue;
    at = next;
    left--;
  }
  return at;
}

/**
 * The item to go to when the one with a key is no more: what took its place, the nearest behind it or else before it.
 * @param fits whether one item may take the place of another
 * @returns index of an item; -1 where there is none
 */
export function takesPlaceOf<Item extends Keyed>(
  items: readonly Item[],
  before: readonly Item[],
  key: string | undefined,
  fits: (gone: Item, other: Item) => boolean,
): number {
  const stays = items.findIndex(item => item.key === key);
  const was = before.findIndex(item => item.key === key);
  const gone = before[was];
  if (stays !== -1 || gone === undefined) return stays;
  const next = new Map(items.map((item, index) => [item.key, index]));
  for (const other of [...before.slice(was + 1), ...before.slice(0, was).reverse()]) {
    const index = next.get(other.key);
    if (index !== undefined && fits(gone, other)) return index;
  }
  return -1;
}
