import type { Coding } from '../../../src/core/coding/coding.js';
import type { ConflictSide, ConflictSubject, MergeConflict } from '../../../src/core/merge/merge.js';
import { EA_ONE, ONE } from './reviewStudy.js';

/** A side that says a text, and the record it says it in. */
export function says(text: string, record?: object): ConflictSide {
  return { isThere: true, text, ...(record === undefined ? {} : { record: record as Record<string, unknown> }) };
}

/** A side on which it is not. */
export const absent: ConflictSide = { isThere: false, text: '' };

/** A conflict as a merge reports it; only what a test is about is said. */
export function conflict(
  subject: ConflictSubject,
  aspect: string,
  ours: ConflictSide,
  theirs: ConflictSide,
  over: Partial<MergeConflict> = {},
): MergeConflict {
  const key = `${subject.is} ${'id' in subject ? subject.id : ''} ${aspect}`;
  return { key, path: EA_ONE, subject, aspect, base: undefined, ours, theirs, choices: ['ours', 'theirs'], ...over };
}

/** A conflict about one of EA's codings, of which two versions are known. */
export function codingConflict(
  aspect: string,
  ours: Coding | undefined,
  theirs: Coding | undefined,
  base: Coding | undefined,
  textOf: (coding: Coding) => string,
): MergeConflict {
  const side = (coding: Coding | undefined): ConflictSide =>
    coding === undefined ? absent : says(textOf(coding), coding);
  const coding = (ours ?? theirs) as Coding;
  const subject = { is: 'coding', coder: 'EA', transcript: ONE, coding } as const;
  return conflict(subject, aspect, side(ours), side(theirs), {
    key: `coding ${coding.id} ${aspect}`,
    ...(base === undefined ? {} : { base: side(base) }),
  });
}
