import { compareTexts } from '../../text/compare.js';
import { conflictKey } from '../conflictKey.js';
import type { MergedHeading } from './mergeHeading.js';
import { mergeOrder } from './mergeOrder.js';
import type { Section } from './outline.js';
import type { Presence } from './presence.js';
import type { Questions } from './questions.js';
import { HALVES, type Half, settle } from './settle.js';
import { basesOf, type Subject } from './subjects.js';
import { entrySubject, says } from './telling.js';

/** An entry that is gone, because it was merged into one that is there. */
export interface Absorbed {
  readonly subject: Subject;
  /** Ids that were merged into it on the side that still had it: they go along. */
  readonly ids: readonly string[];
  /** Ids that do not: what they stand for is there after all, or went elsewhere. */
  readonly refused: ReadonlySet<string>;
}

/** What was merged into an entry, and what had been merged into that on the other side. */
export function absorbedBy(subject: Subject, all: readonly Subject[], presence: Presence): Absorbed[] {
  return all
    .filter(other => !presence.isThere(other) && presence.into(other) === subject)
    .map(other => {
      const refused = presence.refused(other);
      return { subject: other, ids: newIdsOf(other).filter(id => !refused.has(id)), refused };
    });
}

function newIdsOf(subject: Subject): string[] {
  const known = new Set(basesOf(subject).flatMap(({ entry }) => entry.formerly));
  const having = HALVES.map(half => subject[half]).filter(section => section !== undefined);
  const old = new Set(basesOf(subject).map(({ entry }) => entry.id));
  return having.flatMap(({ entry }) => [
    ...(old.has(entry.id) ? [] : [entry.id]),
    ...entry.formerly.filter(id => !known.has(id)),
  ]);
}

/**
 * The former ids of an entry: each is there or not.
 * @param isEntry whether an id is that of an entry in any version: what became of that says whose former id it is
 */
export function mergeFormer(
  subject: Subject,
  { id, lostIds }: MergedHeading,
  absorbed: readonly Absorbed[],
  refused: ReadonlySet<string>,
  isEntry: (id: string) => boolean,
  questions: Questions,
): string[] {
  const listed = new Set(listedIds(subject, isEntry, questions));
  const listIn = (section: Section | undefined): readonly string[] => section?.entry.formerly ?? [];
  const lists = { bases: basesOf(subject).map(listIn), one: listIn(subject.one), two: listIn(subject.two) };
  const order = mergeOrder(lists, String).filter(other => listed.has(other));
  const all = new Set([...order, ...lostIds, ...absorbed.flatMap(({ ids }) => ids)]);
  return [...all].filter(other => other !== id && !refused.has(other));
}

function listedIds(subject: Subject, isEntry: (id: string) => boolean, questions: Questions): string[] {
  const [one, two] = [subject.one, subject.two];
  if (one === undefined || two === undefined) return [...((one ?? two) as Section).entry.formerly];
  const lists = basesOf(subject).map(({ entry }) => entry.formerly);
  const [inOne, inTwo] = [one.entry.formerly, two.entry.formerly];
  const all = [...new Set([...inOne, ...inTwo])].sort(compareTexts);
  const verdicts = all.map(id =>
    settle(
      lists.map(list => list.includes(id)),
      inOne.includes(id),
      inTwo.includes(id),
    ),
  );
  const isAsked = verdicts.some((verdict, i) => verdict === 'open' && !isEntry(all[i] as string));
  const answer = isAsked ? askFormer(subject, lists, inOne, inTwo, questions) : undefined;
  return all.filter((id, i) => {
    const verdict = verdicts[i];
    if (verdict === 'open' && (answer === 'both' || isEntry(id))) return true;
    return ((verdict === 'open' ? answer : verdict) === 'two' ? inTwo : inOne).includes(id);
  });
}

function askFormer(
  subject: Subject,
  lists: readonly (readonly string[])[],
  one: readonly string[],
  two: readonly string[],
  questions: Questions,
): Half | 'both' {
  return questions.ask({
    key: conflictKey('entry', subject.name, 'formerly'),
    subject: entrySubject(subject),
    aspect: 'formerly',
    rank: subject.rank,
    base: lists.length === 1 ? says(lists[0]?.join(' ')) : undefined,
    one: says(one.join(' ')),
    two: says(two.join(' ')),
    isBoth: true,
  });
}
