import type { Codebook, CodebookEntry } from '../../codebook/codebook.js';
import { compareTexts } from '../../text/compare.js';
import { ownText } from './ownText.js';

/** Which themes and codes of two states are the same ones, and what became of those that have no partner. */
export interface EntryMatches {
  readonly after: ReadonlyMap<CodebookEntry, CodebookEntry>;
  readonly before: ReadonlyMap<CodebookEntry, CodebookEntry>;
  /** Entries that are gone because their id is a former id of another one now, each with that one as it is after the change. */
  readonly merged: ReadonlyMap<CodebookEntry, CodebookEntry>;
  /** Entries that are new and whose id was a former id of another one, each with that one as it is after the change. */
  readonly unmerged: ReadonlyMap<CodebookEntry, CodebookEntry>;
}

/**
 * Finds out which entries are the same. An id makes it certain; an id that became a former id of a new entry is a change of id;
 * and where ids are not written out, a heading of another title above the very same text is a new title.
 */
export function matchEntries(before: Codebook, after: Codebook): EntryMatches {
  const pairs = new Pairing();
  pairTwins(before, after, pairs);
  pairBy(before.entries, after.entries, pairs, entry => entry.id);
  pairChangedIds(before, after, pairs);
  pairRetitled(before, after, pairs);
  const absorbed = (gone: Codebook, kept: Codebook, has: (entry: CodebookEntry) => boolean) =>
    gone.entries.flatMap(entry => {
      const into = has(entry) ? undefined : kept.entries.find(other => other.formerly.includes(entry.id));
      return into === undefined ? [] : [[entry, into] as const];
    });
  return {
    after: pairs.after,
    before: pairs.before,
    merged: new Map(absorbed(before, after, entry => pairs.after.has(entry))),
    unmerged: new Map(
      absorbed(after, before, entry => pairs.before.has(entry)).flatMap(([entry, from]) => {
        const now = pairs.after.get(from);
        return now === undefined ? [] : [[entry, now] as const];
      }),
    ),
  };
}

/** Pairs while they are found. */
class Pairing {
  readonly after = new Map<CodebookEntry, CodebookEntry>();
  readonly before = new Map<CodebookEntry, CodebookEntry>();

  add(old: CodebookEntry, now: CodebookEntry): void {
    this.after.set(old, now);
    this.before.set(now, old);
  }
}

/** Pairs what has the same key and no partner yet; of several the first with the first. */
function pairBy(
  before: readonly CodebookEntry[],
  after: readonly CodebookEntry[],
  pairs: Pairing,
  keyOf: (entry: CodebookEntry) => string,
): void {
  const free = new Map<string, CodebookEntry[]>();
  for (const entry of before) {
    if (pairs.after.has(entry)) continue;
    const key = keyOf(entry);
    free.set(key, [...(free.get(key) ?? []), entry]);
  }
  for (const entry of after) {
    const old = pairs.before.has(entry) ? undefined : free.get(keyOf(entry))?.shift();
    if (old !== undefined) pairs.add(old, entry);
  }
}

/** Headings whose ids only a running number, or nothing, tells apart belong together by what they say. */
function pairTwins(before: Codebook, after: Codebook, pairs: Pairing): void {
  const keyOf = (book: Codebook) => (entry: CodebookEntry) =>
    JSON.stringify([entry.title, entry.idWritten ? entry.id : '', ownText(book, entry)]);
  const twinsOf = ({ entries }: Codebook): CodebookEntry[] => {
    const counts = new Map<string, number>();
    const keys = (entry: CodebookEntry): string[] => [
      `id ${entry.id}`,
      ...(entry.idWritten ? [] : [`is ${entry.title}`]),
    ];
    for (const key of entries.flatMap(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
    return entries.filter(entry => keys(entry).some(key => (counts.get(key) ?? 0) > 1));
  };
  const [old, now] = [twinsOf(before), twinsOf(after)];
  if (old.length + now.length === 0) return;
  const titles = new Set([...old, ...now].map(({ title }) => title));
  const among = ({ entries }: Codebook): CodebookEntry[] => entries.filter(({ title }) => titles.has(title));
  const [keyBefore, keyAfter] = [keyOf(before), keyOf(after)];
  const books = new Set(before.entries);
  pairBy(among(before), among(after), pairs, entry => (books.has(entry) ? keyBefore(entry) : keyAfter(entry)));
}

/**
 * An entry that has gone, whose id is a former id of one that is new, is that one; likewise where an id was changed back. Where several
 * may be, those that say the same are pairs first.
 */
function pairChangedIds(before: Codebook, after: Codebook, pairs: Pairing): void {
  const fresh = after.entries.filter(entry => !pairs.before.has(entry));
  const gone = fresh.length === 0 ? [] : before.entries.filter(entry => !pairs.after.has(entry));
  const likely = gone.flatMap(old =>
    fresh
      .filter(now => now.formerly.includes(old.id) || old.formerly.includes(now.id))
      .map(now => ({
        old,
        now,
        unlike: Number(old.title !== now.title) * 2 + Number(old.definition !== now.definition),
      })),
  );
  // Decided in the same way whichever state is the earlier one.
  const idsOf = ({ old, now }: { old: CodebookEntry; now: CodebookEntry }): string => [old.id, now.id].sort().join(' ');
  likely.sort((a, b) => a.unlike - b.unlike || compareTexts(idsOf(a), idsOf(b)));
  for (const { old, now } of likely) if (!pairs.after.has(old) && !pairs.before.has(now)) pairs.add(old, now);
}

/** Without a written id the id follows from the title: the same text under another title, in the same place, is the same entry. */
function pairRetitled(before: Codebook, after: Codebook, pairs: Pairing): void {
  const isFree = (entry: CodebookEntry, has: ReadonlyMap<CodebookEntry, CodebookEntry>): boolean =>
    !entry.idWritten && !has.has(entry);
  for (const entry of after.entries.filter(one => isFree(one, pairs.before))) {
    const text = ownText(after, entry);
    const like = before.entries.filter(
      old =>
        isFree(old, pairs.after) &&
        old.kind === entry.kind &&
        ownText(before, old) === text &&
        (old.parent === undefined ? undefined : pairs.after.get(old.parent)) === entry.parent &&
        (text !== '' || isBehindSame(before, old, after, entry, pairs)),
    );
    if (like.length === 1) pairs.add(like[0] as CodebookEntry, entry);
  }
}

/** Whether two entries stand behind the same neighbour. */
function isBehindSame(
  before: Codebook,
  old: CodebookEntry,
  after: Codebook,
  now: CodebookEntry,
  pairs: Pairing,
): boolean {
  const ahead = (book: Codebook, entry: CodebookEntry): CodebookEntry | undefined => {
    const siblings = entry.parent?.children ?? book.roots;
    return siblings[siblings.indexOf(entry) - 1];
  };
  const [one, other] = [ahead(before, old), ahead(after, now)];
  return one === undefined || other === undefined ? one === other : pairs.after.get(one) === other;
}
