import { freeId } from '../../codebook/slug.js';
import { conflictKey } from '../conflictKey.js';
import type { MergedHeading } from './mergeHeading.js';
import type { Presence } from './presence.js';
import type { Questions } from './questions.js';
import { HALVES, type Half, otherHalf } from './settle.js';
import { basesOf, type Subject } from './subjects.js';
import { entrySubject, says } from './telling.js';

/**
 * Settles ids that come to be those of two entries: each side gave the same id to another one. The side that is chosen keeps it for
 * its own; the other entry gets the id it had besides, or one with a number.
 * @param headings also of entries that are there only if a person says so
 */
export function settleClashes(
  headings: ReadonlyMap<Subject, MergedHeading>,
  presence: Presence,
  questions: Questions,
): Map<Subject, MergedHeading> {
  const settled = new Map(headings);
  const byId = new Map<string, Subject[]>();
  for (const [subject, { id }] of headings) byId.set(id, [...(byId.get(id) ?? []), subject]);
  for (const [id, subjects] of byId) {
    const having = (half: Half): Subject[] => subjects.filter(subject => subject[half]?.entry.id === id);
    const isNew = HALVES.every(half => having(half).length === 1) && having('one')[0] !== having('two')[0];
    if (!isNew || subjects.length !== 2) continue;
    const half = ask(id, having('one')[0] as Subject, having('two')[0] as Subject, questions);
    if (!subjects.every(presence.isThere)) continue;
    const loser = having(otherHalf(half))[0] as Subject;
    const other = otherIdOf(loser, id, [...settled.values()]);
    const heading = settled.get(loser) as MergedHeading;
    settled.set(loser, { ...heading, id: other, isWritten: true, change: { ...heading.change, id: other } });
  }
  return settled;
}

function ask(id: string, one: Subject, two: Subject, questions: Questions): Half {
  const half = questions.ask({
    key: conflictKey('id', id),
    subject: entrySubject(one),
    aspect: 'id',
    rank: one.rank,
    base: undefined,
    one: says(`${id}: “${one.one?.entry.title}”`),
    two: says(`${id}: “${two.two?.entry.title}”`),
  });
  return half === 'two' ? 'two' : 'one';
}

function otherIdOf(subject: Subject, id: string, headings: readonly MergedHeading[]): string {
  const taken = new Set(headings.flatMap(heading => [heading.id, ...heading.from.entry.formerly]));
  const own = [subject.one, subject.two, ...basesOf(subject)].flatMap(section => section?.entry.id ?? []);
  const free = own.find(other => other !== id && !headings.some(heading => heading.id === other));
  return free ?? freeId(id, other => taken.has(other));
}
