import type { Homes } from './homes.js';
import type { MergedHeading } from './mergeHeading.js';
import { mergeOrder } from './mergeOrder.js';
import type { Section } from './outline.js';
import type { Presence } from './presence.js';
import { settle } from './settle.js';
import { basesOf, type Subject } from './subjects.js';

/**
 * The former ids of entries follow from what became of what they were ids of: each id is that of one entry, or a former one of one. What
 * somebody listed besides, although it means something else, meant nothing and is not listed any more.
 */
export class FormerIds {
  private readonly taken: ReadonlySet<string>;

  /** @param ids those of the entries that are there */
  constructor(
    private readonly homes: Homes,
    private readonly presence: Presence,
    ids: ReadonlySet<string>,
  ) {
    this.taken = ids;
  }

  /** The former ids of an entry that is there, in the order in which they are listed. */
  of(subject: Subject, { id, lostIds }: MergedHeading): string[] {
    const merged = this.presence.mergedInto(subject).flatMap(other => this.listed(other));
    const listed = new Set([...merged, ...this.own(subject), ...lostIds]);
    const listIn = (section: Section | undefined): readonly string[] => section?.entry.formerly ?? [];
    const lists = { bases: basesOf(subject).map(listIn), one: listIn(subject.one), two: listIn(subject.two) };
    const all = new Set([...mergeOrder(lists, String).filter(other => listed.has(other)), ...[...listed].sort()]);
    return [...all].filter(other => other !== id && !this.taken.has(other));
  }

  /** Ids by which codings may name something that is gone: those that a side still knows. */
  private listed({ ids }: Subject): string[] {
    const { one, two } = this.homes.versions;
    return ids.filter(id => one.book.find(id) !== undefined || two.book.find(id) !== undefined);
  }

  /** Ids that an entry had itself before it got another one. */
  private own(subject: Subject): string[] {
    const isIts = (id: string) => (section: Section | undefined) =>
      section !== undefined && (section.entry.id === id || section.entry.formerly.includes(id));
    return subject.ids.filter(id => {
      const [one, two] = [isIts(id)(subject.one), isIts(id)(subject.two)];
      if (subject.one === undefined || subject.two === undefined) return one || two;
      const verdict = settle(subject.bases.map(isIts(id)), one, two);
      return verdict === 'open' || (verdict === 'two' ? two : one);
    });
  }
}
