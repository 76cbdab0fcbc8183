import type { CodebookEntry } from '../codebook/codebook.js';
import type { PlacedCoding } from '../study/codingIndex.js';
import type { Study } from '../study/study.js';

const KINDS = ['coding', 'code', 'theme'] as const;

/** What a thread is about: a coding, or an entry of the codebook by any of its ids. */
export interface Subject {
  readonly kind: (typeof KINDS)[number];
  readonly id: string;
}

/** Reads what `on` of a comment says; undefined where it names nothing that can be discussed. */
export function readSubject(on: string): Subject | undefined {
  const gap = on.indexOf(' ');
  const kind = KINDS.find(one => one === on.slice(0, gap));
  const id = on.slice(gap + 1).trim();
  return kind === undefined || id === '' ? undefined : { kind, id };
}

/** A subject as `on` of a comment says it. */
export function writeSubject({ kind, id }: Subject): string {
  return `${kind} ${id}`;
}

/** What a subject is today. */
export type SubjectToday =
  | { readonly is: 'coding'; readonly placed: PlacedCoding }
  | {
      readonly is: 'entry';
      readonly entry: CodebookEntry;
      /** The id it was discussed by, where the entry took its place: it was merged into this one, or its id was changed. */
      readonly formerly?: string;
    }
  /** The coding was removed, the code deleted. */
  | { readonly is: 'gone' };

/** Finds what a subject is today. A code that has become a theme, or the other way round, is still the same. */
export function subjectToday(study: Study, { kind, id }: Subject): SubjectToday {
  if (kind === 'coding') {
    const placed = study.index.find(id);
    return placed === undefined ? { is: 'gone' } : { is: 'coding', placed };
  }
  const entry = study.entry(id);
  if (entry === undefined) return { is: 'gone' };
  return { is: 'entry', entry, ...(entry.id === id ? {} : { formerly: id }) };
}

/** The same text for subjects that are the same today, and for no others. */
export function subjectKey(study: Study, { kind, id }: Subject): string {
  return kind === 'coding' ? `coding ${id}` : `entry ${study.idToday(id)}`;
}
