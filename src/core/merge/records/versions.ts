import { fingerprintOf } from '../../review/keys.js';
import { compareTexts } from '../../text/compare.js';
import type { RecordLine } from './recordLine.js';

/** One record as all versions have it. */
export interface RecordVersions {
  /** As bases have it that have it. */
  readonly bases: readonly RecordLine[];
  /** How many bases there are, with the record or without. */
  readonly known: number;
  readonly ours: RecordLine | undefined;
  readonly theirs: RecordLine | undefined;
  /** Tells it from others of its id; empty where there are none. */
  readonly tell: string;
}

/**
 * The records of one id, each as all versions have it. Where an id stands several times, lines that say the same belong together first, then
 * those that one side left as they were with what the other made of it; what is left goes by order.
 * @param bases the lines of the id in each base
 */
export function recordsOfId(
  bases: readonly (readonly RecordLine[])[],
  ours: readonly RecordLine[],
  theirs: readonly RecordLine[],
): RecordVersions[] {
  const known = bases.length;
  if (ours.length <= 1 && theirs.length <= 1 && bases.every(lines => lines.length <= 1)) {
    return [{ bases: bases.flat(), known, ours: ours[0], theirs: theirs[0], tell: '' }];
  }
  const records = pairs(ours, theirs, bases[0] ?? []).map(pair => ({ ...pair, bases: [] as RecordLine[] }));
  for (const lines of bases) {
    const left = sorted(lines);
    const open = new Set(records);
    const give = (isLike: (record: (typeof records)[number], line: RecordLine) => boolean): void => {
      for (const line of [...left]) {
        const record = [...open].find(each => isLike(each, line));
        if (record === undefined) continue;
        record.bases.push(line);
        open.delete(record);
        left.splice(left.indexOf(line), 1);
      }
    };
    const isSaid = (side: RecordLine | undefined, line: RecordLine): boolean => side?.said === line.said;
    give(({ ours: o, theirs: t }, line) => isSaid(o, line) && isSaid(t, line));
    give(({ ours: o, theirs: t }, line) => isSaid(o, line) || isSaid(t, line));
    give(({ ours: o, theirs: t }) => o !== undefined && t !== undefined);
    give(() => true);
  }
  return records.map(record => ({ ...record, known, tell: tellOf(record.ours, record.theirs) }));
}

interface Pair {
  readonly ours: RecordLine | undefined;
  readonly theirs: RecordLine | undefined;
}

function pairs(ours: readonly RecordLine[], theirs: readonly RecordLine[], base: readonly RecordLine[]): Pair[] {
  const result: Pair[] = [];
  const [mine, other, old] = [sorted(ours), sorted(theirs), sorted(base)];
  for (const line of [...mine]) {
    const same = take(other, line);
    if (same === undefined) continue;
    result.push({ ours: line, theirs: same });
    mine.splice(mine.indexOf(line), 1);
    // What both made of one line has a line of the base behind it.
    if (take(old, line) === undefined && old.length > mine.length + other.length) old.shift();
  }
  // What one side left as it was belongs to what the other made of it, if it made anything.
  const [kept, keptThere] = [mine.filter(line => take(old, line)), other.filter(line => take(old, line))];
  const [fresh, freshThere] = [
    mine.filter(line => !kept.includes(line)),
    other.filter(line => !keptThere.includes(line)),
  ];
  for (const line of kept) result.push({ ours: line, theirs: freshThere.shift() });
  for (const line of keptThere) result.push({ ours: fresh.shift(), theirs: line });
  while (fresh.length > 0 || freshThere.length > 0) result.push({ ours: fresh.shift(), theirs: freshThere.shift() });
  return result;
}

function take(lines: RecordLine[], like: RecordLine): RecordLine | undefined {
  const at = lines.findIndex(({ said }) => said === like.said);
  return at === -1 ? undefined : lines.splice(at, 1)[0];
}

function sorted(lines: readonly RecordLine[]): RecordLine[] {
  return [...lines].sort((a, b) => compareTexts(a.said, b.said) || compareTexts(a.line, b.line));
}

/** A short name for one of several records of an id, the same whichever side is ours. */
function tellOf(ours: RecordLine | undefined, theirs: RecordLine | undefined): string {
  return fingerprintOf(...([ours?.said ?? '', theirs?.said ?? ''].sort(compareTexts) as [string, string]));
}
