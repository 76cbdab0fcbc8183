import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergedKindOf } from '../../../src/core/merge/kinds.js';
import { splitMarks } from '../../../src/core/merge/marks.js';
import type { FileVersions, MergeChoice, MergedFile } from '../../../src/core/merge/merge.js';
import { markedFile, mergeFile } from '../../../src/core/merge/mergeFile.js';
import { anyPeopleFile, anyRecordFile, anyTextFile, MOVED, TIDY_MESS } from './anyFiles.js';
import { anyStudyFile } from './anyStudyFiles.js';

const swapped = ({ path, bases, ours, theirs }: FileVersions): FileVersions => ({
  path,
  bases: [...bases].reverse(),
  ours: theirs,
  theirs: ours,
});
const keysOf = ({ conflicts }: MergedFile): string[] => conflicts.map(({ key }) => key);
const sortedKeys = (merged: MergedFile): string[] => keysOf(merged).sort();
const all = ({ conflicts }: MergedFile, choice: MergeChoice): Map<string, MergeChoice> =>
  new Map(conflicts.map(({ key }) => [key, choice]));

/** Swapping the sides swaps the sides of what is asked, and nothing else. */
function isCommutative(versions: FileVersions): void {
  const [merged, other] = [mergeFile(versions), mergeFile(swapped(versions))];
  assert.deepEqual(keysOf(other), keysOf(merged));
  assert.equal(new Set(keysOf(merged)).size, merged.conflicts.length, 'keys tell conflicts from each other');
  merged.conflicts.forEach((conflict, i) => {
    const turned = other.conflicts[i];
    assert.deepEqual([turned?.ours, turned?.theirs, turned?.base], [conflict.theirs, conflict.ours, conflict.base]);
  });
  assert.equal(mergeFile(versions, all(merged, 'theirs')).text, other.text);
  assert.deepEqual(mergeFile(versions, all(merged, 'ours')), { text: merged.text, conflicts: [] });
}

/** What is the same comes out as it is. */
function isIdempotent({ path, bases, ours, theirs }: FileVersions): void {
  const merge = (base: string | undefined, a: string | undefined, b: string | undefined): MergedFile =>
    mergeFile({ path, bases: [base], ours: a, theirs: b });
  for (const side of [ours, theirs]) {
    assert.deepEqual(merge(bases[0], side, side), { text: side, conflicts: [] });
    assert.deepEqual(merge(side, ours, side), { text: ours, conflicts: [] });
    assert.deepEqual(merge(side, side, theirs), { text: theirs, conflicts: [] });
  }
}

/** Merging the result with a side again changes nothing, and asks nothing new. */
function isStable(versions: FileVersions): void {
  const merged = mergeFile(versions);
  const withOurs = mergeFile({ ...versions, ours: merged.text, theirs: versions.ours });
  assert.deepEqual(withOurs, { text: merged.text, conflicts: [] });
  const withTheirs = mergeFile({ ...versions, ours: merged.text });
  assert.deepEqual([withTheirs.text, sortedKeys(withTheirs)], [merged.text, sortedKeys(merged)]);
}

/** What stands between marks are the questions, and nothing else. */
function isMarked(versions: FileVersions): void {
  const merged = mergeFile(versions);
  const marked = markedFile(versions);
  if (merged.conflicts.length === 0) {
    assert.equal(marked, merged.text);
    return;
  }
  const sides = splitMarks(marked ?? '');
  const other = mergeFile(versions, all(merged, 'theirs'));
  // Where only one side ends with an empty line, the other gets a line end.
  const closed = (text: string | undefined): string =>
    mergedKindOf(versions.path) === 'text' ? (text ?? '').replace(/\r?\n$/, '') : (text ?? '');
  assert.deepEqual(
    [closed(sides?.ours), closed(sides?.theirs), sides?.base],
    [closed(merged.text), closed(other.text), undefined],
  );
  const again = mergeFile({ path: versions.path, bases: [], ours: sides?.ours, theirs: sides?.theirs });
  assert.equal(closed(again.text), closed(merged.text));
  // Lines that stand several times may be compared in another way; whatever differs is asked all the same.
  if (mergedKindOf(versions.path) === 'text')
    assert.equal(
      closed(mergeFile({ ...versions, ...sides, bases: [] }, all(again, 'theirs')).text),
      closed(other.text),
    );
  else assert.deepEqual(sortedKeys(again), sortedKeys(merged));
}

describe('merging, whatever the file', () => {
  const check = (
    kind: string,
    law: (versions: FileVersions) => void,
    files: fc.Arbitrary<FileVersions>,
    numRuns: number,
  ) => it(kind, () => fc.assert(fc.property(files, law), { numRuns, seed: 11 })).timeout(60_000);
  check('isCommutative: records', isCommutative, anyRecordFile(), 3000);
  check('isCommutative: texts', isCommutative, anyTextFile(), 1500);
  check('isIdempotent: records', isIdempotent, anyRecordFile(), 1000);
  check('isIdempotent: texts', isIdempotent, anyTextFile(), 1000);
  for (const [name, law] of Object.entries({ isStable, isMarked })) {
    // Of an id that stands twice nobody knows which line is meant: its lines are kept, and more than that is not promised.
    check(`${name}: records`, law, anyRecordFile(1, TIDY_MESS), 1000);
    check(`${name}: records that were moved`, law, anyRecordFile(1, MOVED), 500);
    check(`${name}: texts`, law, anyTextFile(), 700);
  }
  for (const [name, law] of Object.entries({ isCommutative, isIdempotent, isStable, isMarked })) {
    check(`${name}: people`, law, anyPeopleFile(1, law === isCommutative || law === isIdempotent), 700);
  }
  check('isCommutative: the study file', isCommutative, anyStudyFile(), 700);
  check('isIdempotent: the study file', isIdempotent, anyStudyFile(), 300);
  check('isStable: the study file', isStable, anyStudyFile(1, false), 700);
  check('isMarked: the study file', isMarked, anyStudyFile(1, false), 700);
  for (const bases of [0, 2]) {
    check(`isCommutative: the study file, ${bases} bases`, isCommutative, anyStudyFile(bases), 400);
    check(`isCommutative: people, ${bases} bases`, isCommutative, anyPeopleFile(bases), 400);
    check(`isCommutative: records, ${bases} bases`, isCommutative, anyRecordFile(bases), 700);
    check(`isCommutative: texts, ${bases} bases`, isCommutative, anyTextFile(bases), 500);
  }
});
