import assert from 'node:assert/strict';
import fc from 'fast-check';
import { afterMerge } from '../../../src/core/merge/afterwards/afterMerge.js';
import { lineSides } from '../../../src/core/merge/afterwards/textSides.js';
import { underWay } from '../../../src/core/merge/afterwards/underWay.js';
import { splitMarks } from '../../../src/core/merge/marks.js';
import type { FileVersions, MergeChoice } from '../../../src/core/merge/merge.js';
import { markedFile, mergeFile } from '../../../src/core/merge/mergeFile.js';
import { anyCodebookFile } from './anyBooks.js';
import { anyRecordFile, MOVED, TIDY_MESS } from './anyFiles.js';

const NONE: ReadonlyMap<string, MergeChoice> = new Map();
const LABELS = { ours: 'here', theirs: 'there', base: 'before' };
const keys = (conflicts: readonly { readonly key: string }[]): string[] => conflicts.map(({ key }) => key).sort();
const KINDS: readonly (readonly [string, fc.Arbitrary<FileVersions>, number])[] = [
  ['a file of records', fc.oneof(anyRecordFile(1, MOVED), anyRecordFile(1, TIDY_MESS)), 100],
  ['a codebook', anyCodebookFile(), 15],
];
/** Decides each question by turns, those that a decision raises included. */
function decided(versions: FileVersions, picks: readonly MergeChoice[]): Map<string, MergeChoice> {
  const decisions = new Map<string, MergeChoice>();
  for (let at = 0; at < 200; at++) {
    const [open] = mergeFile(versions, decisions).conflicts;
    if (open === undefined) break;
    const pick = picks[at % picks.length] as MergeChoice;
    decisions.set(open.key, open.choices.includes(pick) ? pick : 'ours');
  }
  return decisions;
}
/** The lines of a text, in whatever order. */
const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .replace('\ufeff', '')
    .split(/\r\n|\r|\n/)
    .sort();

/** A text is what it is meant to be, or what git made of it, where only the order of lines is another one. */
function assertMeant(text: string | undefined, meant: string | undefined, made: string | undefined): void {
  if (text === made) assert.deepEqual(linesOf(text), linesOf(meant));
  else assert.equal(text, meant);
}

const anyPicks = fc.array(fc.constantFrom<MergeChoice>('ours', 'theirs'), { minLength: 1, maxLength: 5 });

for (const [kind, files, numRuns] of KINDS)
  describe(`${kind} that git put together line by line`, function () {
    this.timeout(60_000);

    it('says what it means once it was looked at, or the same questions are asked and it stays as it is', () => {
      fc.assert(
        fc.property(files, versions => {
          const lines = lineSides(versions);
          fc.pre(lines.ours === lines.theirs);
          const made = lines.ours;
          const meant = mergeFile(versions);
          const outcome = afterMerge({ versions, made, now: made }, NONE);
          assert.deepEqual(keys(outcome.conflicts), keys(meant.conflicts));
          if (meant.conflicts.length > 0) assert.equal(outcome.text, made);
          else assertMeant(outcome.text, meant.text, made);
        }),
        { numRuns },
      );
    });

    it('becomes what is decided about it', () => {
      fc.assert(
        fc.property(files, anyPicks, (versions, picks) => {
          const lines = lineSides(versions);
          fc.pre(lines.ours === lines.theirs);
          const decisions = decided(versions, picks);
          const outcome = afterMerge({ versions, made: lines.ours, now: lines.ours }, decisions);
          const { text, conflicts } = mergeFile(versions, decisions);
          assert.deepEqual(outcome.conflicts, conflicts);
          assertMeant(outcome.text, text, lines.ours);
        }),
        { numRuns },
      );
    });

    it('stays as it is where a person has decided by hand as it could have been decided here', () => {
      fc.assert(
        fc.property(files, anyPicks, (versions, picks) => {
          const lines = lineSides(versions);
          fc.pre(lines.ours !== lines.theirs);
          const made = mergeFile(versions, decided(versions, picks)).text;
          const outcome = afterMerge({ versions, made, now: made }, NONE);
          assert.deepEqual([outcome.text, outcome.conflicts], [made, []]);
        }),
        { numRuns },
      );
    });

    it('is asked about in the same way with marks, whoever wrote them, and again when it was asked before', () => {
      fc.assert(
        fc.property(files, versions => {
          const meant = mergeFile(versions);
          const marked = markedFile({ ...versions, path: 'a.txt' }, NONE, LABELS);
          const file = { versions, isUnmerged: true, left: undefined };
          for (const now of [marked, markedFile(versions, NONE, LABELS)]) {
            if (now === undefined || splitMarks(now) === undefined) continue;
            const outcome = underWay({ ...file, now }, NONE);
            assert.deepEqual(keys(outcome.conflicts), keys(meant.conflicts));
            assert.equal(outcome.text, meant.text);
            assert.equal(outcome.marked?.(LABELS), markedFile(versions, NONE, LABELS));
          }
        }),
        { numRuns },
      );
    });
  });
