/**
 * Looks through a list by halves.
 * @param holds says of an item what holds for none before a certain one, and for all from it on
 * @returns the index of the first item for which it holds; the length of the list where it holds for none
 */
export function firstWhere<T>(items: ArrayLike<T>, holds: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
