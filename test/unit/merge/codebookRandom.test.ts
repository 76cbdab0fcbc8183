import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import type { MergeChoice, MergedFile } from '../../../src/core/merge/merge.js';
import { BOOK } from '../codebook/book.js';
import { anyDraw } from '../codebook/randomChanges.js';
import { check, messyText } from '../codebook/support.js';
import { made } from './anyBooks.js';
import { anyHandEdit, editedByHand, merge, said, swapped } from './codebooks.js';

const anyDraws = fc.array(anyDraw, { maxLength: 6 });
const anyEdits = fc.array(anyHandEdit, { maxLength: 3 });

/** A merged text with a line end at its end, which depends on whose the file is. */
function closed({ text }: MergedFile): string {
  return `${text}\n`.replace(/\r?\n\r?\n$/, '\n');
}

/** What holds of every merge, whatever is merged. */
function checkSides(base: string, ours: string, theirs: string): void {
  const merged = merge(base, ours, theirs);
  const other = merge(base, theirs, ours);
  assert.deepEqual(other.conflicts.map(swapped), merged.conflicts.map(said), 'the same questions from both sides');
  const keys = merged.conflicts.map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length, 'each question has a key of its own');
  const all = (choice: MergeChoice) => new Map(keys.map(key => [key, choice]));
  const decided = merge(base, ours, theirs, all('theirs'));
  assert.deepEqual(decided.conflicts, [], 'nothing is asked once all is decided');
  assert.equal(closed(decided), closed(other), 'theirs is what they have where nothing is decided');
  assert.equal(merge(base, ours, theirs, all('ours')).text, merged.text);
  if (merged.conflicts.length === 0) assert.equal(closed(other), closed(merged), 'the same from both sides');
}

/** What holds of every merge of codebooks that are read as they are meant. */
function checkMerge(base: string, ours: string, theirs: string): void {
  checkSides(base, ours, theirs);
  const merged = merge(base, ours, theirs);
  if (merged.conflicts.length > 0) return;
  for (const side of [ours, theirs]) {
    const again = merge(base, merged.text as string, side);
    assert.deepEqual(again.conflicts, [], 'merging the same again asks nothing');
    assert.equal(closed(again), closed(merged), 'merging the same again changes nothing');
  }
}

/** Every id that means something on a side still does, unless the other side took it away. */
function checkIds(base: string, ours: string, theirs: string): void {
  const merged = merge(base, ours, theirs);
  if (merged.conflicts.length > 0) return;
  const book = parseCodebook(merged.text as string);
  const [old, a, b] = [parseCodebook(base), parseCodebook(ours), parseCodebook(theirs)];
  for (const id of new Set([...a.entries, ...b.entries].flatMap(entry => [entry.id, ...entry.formerly]))) {
    const isTaken = old.find(id) !== undefined && (a.find(id) === undefined || b.find(id) === undefined);
    if (!isTaken) assert.ok(book.find(id), `${id} is lost`);
  }
}

/** A codebook in which the line of one heading is gone, and nothing else. */
function withoutHeading(text: string, which: number): string {
  const lines = text.split('\n');
  const headings = lines.flatMap((line, i) => (/^#{2,6} /.test(line) ? [i] : []));
  return headings.length === 0 ? text : lines.toSpliced(headings[which % headings.length] as number, 1).join('\n');
}

describe('random merges of codebooks', function () {
  this.timeout(120_000);

  it('come out the same whichever side is ours, and change nothing when made again', () => {
    check(
      fc.property(anyDraws, anyDraws, anyDraws, (before, here, there) => {
        const base = made(BOOK, before);
        checkMerge(base, made(base, here), made(base, there));
      }),
    );
  });

  it('lose no id', () => {
    check(
      fc.property(anyDraws, anyDraws, anyDraws, (before, here, there) => {
        const base = made(BOOK, before);
        checkIds(base, made(base, here), made(base, there));
      }),
    );
  });

  it('change nothing when made again where a heading was removed by hand, and what stood below it falls to the one above', () => {
    check(
      fc.property(anyDraws, anyDraws, anyDraws, fc.nat(), (before, here, there, at) => {
        const base = made(BOOK, before);
        const [ours, theirs] = [withoutHeading(made(base, here), at), made(base, there)];
        const merged = merge(base, ours, theirs);
        if (merged.conflicts.length > 0) return;
        for (const side of [ours, theirs]) {
          const again = merge(base, merged.text as string, side);
          assert.equal(closed(again), closed(merged), 'merging the same again changes nothing');
          // What fell to an entry of which the other side took the definition away is its definition now: that may be asked about.
          for (const { aspect } of again.conflicts) assert.equal(aspect, 'definition');
        }
      }),
    );
  });

  it('come out the same from both sides where codebooks are edited by hand', () => {
    check(
      fc.property(anyDraws, anyEdits, anyEdits, anyDraws, (before, here, there, further) => {
        const base = made(BOOK, before);
        checkSides(base, editedByHand(base, here), made(editedByHand(base, there), further));
      }),
    );
  });

  it('come out the same from both sides whatever is written', () => {
    check(
      fc.property(messyText, anyEdits, anyEdits, (raw, here, there) => {
        const base = raw.replace(/[\uFEFF\r]/g, '');
        checkSides(base, editedByHand(base, here), editedByHand(base, there));
      }),
    );
  });
});
