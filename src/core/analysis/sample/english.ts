import type { SampleWords } from './statement.js';

/** Words at the end of a kind that are made plural by an “s”. */
const REGULAR =
  /(?:^|[\s-])(?:interview|group|discussion|conversation|meeting|observation|workshop|session|visit|call|talk|note|round)$/i;

/**
 * So many sessions of a kind. What the kind is called is the study's, in any language: only what is certain to be English is put into
 * the plural, all others are counted as “3 × Fokusgruppe”.
 */
export function kindsInWords(count: number, kind: string): string {
  if (count === 1) return `1 ${kind}`;
  return REGULAR.test(kind) ? `${count} ${kind}s` : `${count} × ${kind}`;
}

const TIMES = ['', 'once', 'twice', 'three times', 'four times', 'five times'];

/** What the sample says in English. */
export const ENGLISH: SampleWords = {
  sessions: (count, kind) => kindsInWords(count, kind === '' ? 'session' : kind),
  people: count => (count === 1 ? '1 person' : `${count} people`),
  places: count => (count === 1 ? '1 place' : `${count} places`),
  times: count => TIMES[count] ?? `${count} times`,
  inKinds: (count, of) => (count === 2 && of === 2 ? 'in both kinds' : `in ${count} kinds`),
  list: names => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`),
  nobody: 'nobody',
  ofEligible: (count, eligible) => `${count} of ${eligible} eligible`,
  noRole: 'no role',
  everybody: 'everybody',
  approached: count => `${count} approached`,
  declined: count => `${count} declined`,
  excluded: count => `${count} excluded`,
  tookPart: count => `${count} took part`,
  addsUp: 'it adds up',
  missing: count => `${count} not accounted for`,
  tooMany: count => `${count} more than there should be`,
  notKnown: 'how many were approached is not known',
};
