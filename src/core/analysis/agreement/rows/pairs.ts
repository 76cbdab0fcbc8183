/** Every two of some things, in their order. */
export function pairsOf<T>(things: readonly T[]): (readonly [T, T])[] {
  return things.flatMap((a, i) => things.slice(i + 1).map(b => [a, b] as const));
}
