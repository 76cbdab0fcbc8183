import { type Characters, INSERTED } from './characters.js';

/** A copy inherits where less than this is left of what it was copied from. */
const GONE = 0.2;

/**
 * Copied and then deleted is moved: a copy of a passage that is gone takes over its identity, for the text does not tell the one from
 * the other. A copy of what is still there stays a copy.
 */
export function inheriting(characters: Characters): Characters {
  if (characters.every(({ copyOf }) => copyOf === undefined)) return characters;
  const there = new Set<number>();
  for (const { from } of characters) if (from !== INSERTED) there.add(from);
  const result = [...characters];
  for (const [start, end] of copies(characters)) {
    const copied = characters.slice(start, end).filter(({ copyOf = INSERTED }) => copyOf !== INSERTED);
    const left = copied.filter(({ copyOf = INSERTED }) => there.has(copyOf)).length;
    if (left >= copied.length * GONE) continue;
    for (let at = start; at < end; at++) {
      const { char, copyOf = INSERTED } = characters[at] ?? { char: '' };
      if (copyOf !== INSERTED && !there.has(copyOf)) result[at] = { char, from: copyOf };
    }
    for (const { copyOf = INSERTED } of copied) there.add(copyOf);
  }
  return result;
}

/** The stretches of a text that were copied, from the first to the last character of each; what was put in later is in between. */
function copies(characters: Characters): [start: number, end: number][] {
  const result: [number, number][] = [];
  let start: number | undefined;
  let end = 0;
  let last = INSERTED;
  const close = (): void => {
    if (start !== undefined) result.push([start, end]);
    start = undefined;
  };
  for (const [at, { from, copyOf = INSERTED }] of characters.entries()) {
    if (from !== INSERTED) close();
    if (copyOf === INSERTED) continue;
    if (copyOf < last) close();
    start ??= at;
    end = at + 1;
    last = copyOf;
  }
  close();
  return result;
}
