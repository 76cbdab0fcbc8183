/**
 * Groups of things that lead to each other in circles.
 * @param next what a thing leads to
 */
export function ringsIn<T>(things: Iterable<T>, next: (thing: T) => readonly T[]): T[][] {
  const left = new Map([...things].map(thing => [thing, next(thing)]));
  const isLeft = (thing: T): boolean => left.has(thing);
  // What leads nowhere is in no circle.
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const [thing, to] of left) if (!to.some(isLeft)) left.delete(thing);
  }
  const reached = new Map<T, Set<T>>();
  for (const start of left.keys()) {
    const met = new Set<T>();
    const open = [start];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const to of left.get(at) ?? []) {
        if (!isLeft(to) || met.has(to)) continue;
        met.add(to);
        open.push(to);
      }
    }
    reached.set(start, met);
  }
  const done = new Set<T>();
  const rings: T[][] = [];
  for (const [start, met] of reached) {
    if (done.has(start) || !met.has(start)) continue;
    const ring = [...met].filter(thing => reached.get(thing)?.has(start));
    for (const thing of ring) done.add(thing);
    rings.push(ring);
  }
  return rings;
}
