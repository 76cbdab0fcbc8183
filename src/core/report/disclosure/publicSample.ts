import type { Corpus } from '../../analysis/corpus/corpus.js';
import { type Sample, sampleOf } from '../../analysis/sample/sample.js';
import { attributesOf, kindRows } from '../../analysis/sample/tables.js';
import type { Pieces } from '../../pieces.js';
import { coarseEnough, saidOfLeft, withoutAttributes } from './coarser.js';
import { type HeldBack, heldBesides } from './heldBack.js';
import type { PublicCorpus } from './publicCorpus.js';

/** What a sample may leave out, from nothing to all of it: the first that is safe is taken. Recruitment is told by role. */
const COARSER: readonly (readonly string[])[] = [
  [],
  ['recruitment'],
  ['kind'],
  ['kind', 'recruitment'],
  ['role'],
  ['role', 'kind'],
];

/** A sample as it may leave, and what was held back. */
export interface PublicSample {
  readonly sample: Sample;
  /** By what it says nothing: recruitment, kind of session, role. */
  readonly left: readonly string[];
  readonly held: HeldBack;
}

/**
 * The sample of what may leave. Where counts by role or kind of session would have small cells, it says nothing by them, not in its lists of
 * people and sessions either.
 * @param isUnread as of `sampleOf`, asked by the paths inside
 */
export function* publicSample(
  { corpus, held, transcript }: PublicCorpus,
  inside: Corpus,
  smallestCell: number,
  isUnread: (path: string) => boolean = () => false,
): Pieces<PublicSample> {
  const unread = new Set(inside.transcripts.flatMap(({ path }) => (isUnread(path) ? (transcript(path) ?? []) : [])));
  const count = (of: Corpus): Pieces<Sample> => sampleOf(of, path => unread.has(path));
  const { of, left } = yield* coarseEnough(
    corpus,
    smallestCell,
    count,
    sample => isSafe(sample, smallestCell),
    COARSER,
  );
  const telling = smallestCell < 2 ? [] : tellingAttributes(of, smallestCell);
  const sample = telling.length === 0 ? of : yield* count(yield* withoutAttributes(corpus, [...left, ...telling]));
  const said = saidOfLeft(left, smallestCell);
  if (telling.length > 0)
    said.push(
      `The list of people leaves out ${telling.join(', ')}: fewer than ${smallestCell} people have the same there.`,
    );
  return { sample, left, held: heldBesides(held, 0, ...said) };
}

function isSafe(sample: Sample, smallestCell: number): boolean {
  const isLarge = (value = 0): boolean => value === 0 || value >= smallestCell;
  const sums = [...sample.groups.map(({ sum }) => sum), sample.total];
  const counts = sums.flatMap(sum => kindRows(sample, sum).map(({ people }) => people));
  const { groups } = sample;
  const byRole = groups.length === 1 && groups[0]?.role === undefined ? [] : counts;
  const byKind = sample.kinds.length === 1 && sample.kinds[0]?.key === '' ? [] : counts;
  const people = sample.people.filter(({ presence }) => presence !== 'took-part' && presence !== 'absent');
  const apart = groups.map(({ role }) => people.filter(one => one.role === role).length);
  const ledger = sample.ledger.flatMap(({ eligible, approached, declined, excluded, tookPart }) => {
    return [eligible, approached, declined, excluded, tookPart];
  });
  return [...byRole, ...byKind, ...ledger, ...(byRole.length === 0 ? [] : apart)].every(isLarge);
}

/** The attributes without which no few people are told from all others by what the list says of them. */
function tellingAttributes({ people }: Sample, smallestCell: number): string[] {
  const names = attributesOf(people);
  const kept: string[] = [];
  for (const name of names) {
    const groups = new Map<string, number>();
    for (const { role = '', attributes } of people) {
      const key = JSON.stringify([role, ...[...kept, name].map(one => attributes[one] ?? '')]);
      groups.set(key, (groups.get(key) ?? 0) + 1);
    }
    if ([...groups.values()].every(count => count >= smallestCell)) kept.push(name);
  }
  return names.filter(name => !kept.includes(name));
}
