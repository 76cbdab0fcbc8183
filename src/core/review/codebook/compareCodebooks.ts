import type { Codebook, CodebookEntry } from '../../codebook/codebook.js';
import { each, type Pieces } from '../../pieces.js';
import { CODEBOOK_FILE } from '../../study/layout.js';
import type { CodebookTextChange, CodingChange, EntryAspect, EntryChange } from '../change.js';
import { fingerprintOf } from '../keys.js';
import { rearranged } from './arrangement.js';
import { differencesOf, factsOf } from './aspects.js';
import { bookTextChange } from './bookText.js';
import { type EntryMatches, matchEntries } from './match.js';
import { splitOrigins } from './splits.js';

/** So many entries are compared in one piece. */
const PIECE = 20;

/**
 * What changed in the codebook, in the order of the document; what is gone stands where it stood.
 * @param codings changes to codings: by them a new code is known as split off from another
 * @param matches which entries are the same, where that is known already
 */
export function* compareCodebooks(
  before: Codebook,
  after: Codebook,
  codings: readonly CodingChange[] = [],
  matches: EntryMatches = matchEntries(before, after),
): Pieces<(EntryChange | CodebookTextChange)[]> {
  if (before.text === after.text) return [];
  return [...bookTextChange(before, after), ...(yield* new Comparison(before, after, matches, codings).changes())];
}

class Comparison {
  private readonly found: { readonly at: number; readonly change: EntryChange }[] = [];

  constructor(
    private readonly before: Codebook,
    private readonly after: Codebook,
    private readonly matches: EntryMatches,
    private readonly codings: readonly CodingChange[],
  ) {}

  *changes(): Pieces<EntryChange[]> {
    this.addGone();
    yield;
    this.addNew();
    yield;
    const { moved, reordered } = rearranged(this.before, this.after, this.matches);
    yield* each(this.after.entries.entries(), PIECE, ([at, now]) => {
      const old = this.matches.before.get(now);
      if (old !== undefined) this.addChanged(old, now, at, moved.has(now), reordered.has(now));
    });
    return this.found.sort((a, b) => a.at - b.at).map(({ change }) => change);
  }

  private addGone(): void {
    let at = -0.5;
    const places = new Map(this.after.entries.map((entry, i) => [entry, i]));
    for (const entry of this.before.entries) {
      const now = this.matches.after.get(entry);
      if (now !== undefined) at = (places.get(now) as number) + 0.5;
      else this.add(at, gone(this.before, entry, this.matches.merged.get(entry)));
    }
  }

  private addNew(): void {
    const origins = splitOrigins(this.before, this.after, this.matches, this.codings);
    this.after.entries.forEach((after, at) => {
      if (this.matches.before.has(after)) return;
      const unmergedFrom = this.matches.unmerged.get(after);
      const splitFrom = unmergedFrom === undefined ? origins.get(after) : undefined;
      this.add(at, {
        what: 'entry-added',
        after,
        ...(splitFrom && { splitFrom }),
        ...(unmergedFrom && { unmergedFrom }),
        key: `entry ${after.id}`,
        fingerprint: fingerprintOf(undefined, factsOf(after, this.after)),
        path: CODEBOOK_FILE,
        entries: [after.id, ...(splitFrom ? [splitFrom.id] : []), ...(unmergedFrom ? [unmergedFrom.id] : [])],
      });
    });
  }

  private addChanged(old: CodebookEntry, now: CodebookEntry, at: number, isMoved: boolean, isReordered: boolean): void {
    const say = (aspect: EntryAspect, before: unknown, after: unknown): void => {
      this.add(at, {
        what: 'entry-changed',
        aspect,
        before: old,
        after: now,
        key: `entry ${old.id} ${aspect}`,
        fingerprint: fingerprintOf(before, after),
        path: CODEBOOK_FILE,
        entries: [now.id],
      });
    };
    const differences = differencesOf({ book: this.before, entry: old }, { book: this.after, entry: now });
    for (const { aspect, before, after } of differences) say(aspect, before, after);
    // An id that nobody wrote goes along with the title.
    if (old.id !== now.id && (old.idWritten || now.idWritten)) say('id', old.id, now.id);
    const [expected, formerly] = [this.expectedFormer(old, now), new Set(now.formerly)];
    // An id that was changed back need not be kept as a former one.
    for (const ids of [expected, formerly]) for (const id of [old.id, now.id]) ids.delete(id);
    const isSame = expected.size === formerly.size && [...formerly].every(id => expected.has(id));
    if (!isSame) say('formerly', [...old.formerly].sort(), [...formerly].sort());
    if (isMoved) say('moved', old.parent?.id, now.parent?.id);
    if (isReordered) say('order', neighbour(old, this.before), neighbour(now, this.after));
  }

  /** The former ids that an entry has if nothing happened to them but what is said otherwise. */
  private expectedFormer(old: CodebookEntry, now: CodebookEntry): Set<string> {
    const ids = new Set(old.formerly);
    for (const [entry, into] of this.matches.merged)
      if (into === now) for (const id of [entry.id, ...entry.formerly]) ids.add(id);
    for (const [entry, from] of this.matches.unmerged)
      if (from === now) for (const id of [entry.id, ...entry.formerly]) ids.delete(id);
    return ids;
  }

  private add(at: number, change: EntryChange): void {
    this.found.push({ at, change });
  }
}

function gone(book: Codebook, before: CodebookEntry, into: CodebookEntry | undefined): EntryChange {
  const common = {
    key: `entry ${before.id}`,
    fingerprint: fingerprintOf([factsOf(before, book), into?.id], undefined),
    path: CODEBOOK_FILE,
    entries: into === undefined ? [before.id] : [into.id, before.id],
  };
  return into === undefined
    ? { what: 'entry-removed', before, ...common }
    : { what: 'entry-merged', before, into, ...common };
}

/** Id of what stands before an entry in the same theme. */
function neighbour(entry: CodebookEntry, book: Codebook): string | undefined {
  const siblings = entry.parent?.children ?? book.roots;
  return siblings[siblings.indexOf(entry) - 1]?.id;
}
