import type { ConflictSubject, FileVersions, MergeChoice, MergedFile } from '../../../src/core/merge/merge.js';
import type { Chance } from '../support/chance.js';
import { askedWrongly, type Choice, differencesFrom, nameOf } from './check.js';
import { idealFile } from './idealFile.js';
import type { ExpectedFile } from './merge.js';
import { orderDiffers } from './order.js';
import { readFile } from './readFile.js';

type Merger = (versions: FileVersions, decisions?: ReadonlyMap<string, MergeChoice>) => MergedFile;

/** A file as it became, how many questions it raised, and what is wrong with it. */
export interface CheckedFile {
  readonly text: string | undefined;
  readonly conflicts: number;
  readonly wrong: readonly string[];
  /** What had to become of it. */
  readonly expected: ExpectedFile;
  /** What was decided, by `nameOf`. */
  readonly decided: ReadonlyMap<string, Choice>;
}

/**
 * Has two versions of a file put together, decides by chance whatever is asked, and compares the result with the ideal one.
 * @param merge as `mergeFile`
 */
export function checkFile(versions: FileVersions, merge: Merger, chance: Chance): CheckedFile {
  const { path } = versions;
  const [ours, theirs] = [readFile(path, versions.ours), readFile(path, versions.theirs)];
  const bases = versions.bases.map(base => readFile(path, base));
  const expected = idealFile(path, bases, ours, theirs);
  const first = merge(versions);
  const asked = new Map(
    first.conflicts.map(({ subject, aspect, key }) => [nameOf({ subject: nameOfSubject(subject), aspect }), key]),
  );
  const wrong = askedWrongly(expected, new Set(asked.keys()));
  wrong.push(...differencesFrom(expected, new Map(), readFile(path, first.text)).map(one => `undecided, ${one}`));
  const decisions = new Map<string, MergeChoice>();
  const decided = new Map<string, Choice>();
  for (const { subject, aspect, key, choices } of first.conflicts) {
    const choice = chance.pick(choices) ?? 'ours';
    decisions.set(key, choice);
    decided.set(nameOf({ subject: nameOfSubject(subject), aspect }), choice);
  }
  const last = decisions.size === 0 ? first : merge(versions, decisions);
  const got = readFile(path, last.text);
  for (const { key } of last.conflicts) wrong.push(`${key}: is asked again although it was decided`);
  wrong.push(...differencesFrom(expected, decided, got), ...orderDiffers(bases, [ours, theirs], got));
  return { text: last.text, conflicts: first.conflicts.length, wrong, expected, decided };
}

/** What the model calls the subject of a conflict. */
export function nameOfSubject(subject: ConflictSubject): string {
  switch (subject.is) {
    case 'coding':
      return subject.coding.id;
    case 'note':
      return subject.note.id;
    case 'reading':
      return 'state';
    case 'comment':
    case 'record':
    case 'entry':
      return subject.id;
    case 'codebook-text':
      return 'book';
    default:
      return JSON.stringify(subject);
  }
}
