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
    // Of a line that stands several times, both may have taken out the same ones, or others, or some of each; so it is with what both wrote.
    const apart = Math.max(o + t - b, 0);
    const together = o < b && t < b ? Math.min(o, t) : o > b && t > b ? Math.max(o, t) : apart;
    if (n < Math.min(apart, together) || n > Math.max(apart, together))
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
