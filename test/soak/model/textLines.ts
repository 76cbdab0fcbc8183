/**
 * What git made of a text without being asked about it: what one side wrote is there, what one side took out is gone.
 * @returns a sentence for every line that is not as it must be
 */
export function linesDiffer(
  base: string | undefined,
  ours: string | undefined,
  theirs: string | undefined,
  got: string | undefined,
): string[] {
  const [before, mine, other, now] = [base, ours, theirs, got].map(countLines) as [Counts, Counts, Counts, Counts];
  const wrong: string[] = [];
  for (const line of new Set([...before.keys(), ...mine.keys(), ...other.keys(), ...now.keys()])) {
    const [b, o, t, n] = [before, mine, other, now].map(all => all.get(line) ?? 0) as [number, number, number, number];
    // Both may have written, or taken out, the same line. Where it stands several times, counting does not tell how many of them
    // are the same for both: at least none, at most as many as the one has that wrote or took out fewer.
    const [apart, alike] = [o + t - b, o < b && t < b ? Math.min(o, t) : o > b && t > b ? Math.max(o, t) : o + t - b];
    const [fewest, most] = [Math.max(0, Math.min(apart, alike)), Math.max(apart, alike)];
    if (n < fewest || n > most)
      wrong.push(`the line “${line}” stands ${n} times (before ${b}, ours ${o}, theirs ${t})`);
  }
  return wrong;
}

type Counts = ReadonlyMap<string, number>;

function countLines(text: string | undefined): Counts {
  const counts = new Map<string, number>();
  for (const line of (text ?? '').split('\n')) if (line.trim() !== '') counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}
