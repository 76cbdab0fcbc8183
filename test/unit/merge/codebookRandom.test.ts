import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { mergeCodebook } from '../../../src/core/merge/codebook/mergeCodebook.js';
import type { MergeChoice } from '../../../src/core/merge/merge.js';
import { anyDraw } from '../codebook/randomChanges.js';
import { check } from '../codebook/support.js';
import { BOOK, made } from './anyBooks.js';

const NONE = new Map<string, MergeChoice>();

function merge(base: string, ours: string, theirs: string, decisions: ReadonlyMap<string, MergeChoice> = NONE) {
  return mergeCodebook({ path: 'codebook.md', bases: [base], ours, theirs }, decisions);
}

const anyDraws = fc.array(anyDraw, { maxLength: 6 });

describe('random merges of codebooks', () => {
  it('come out the same whichever side is ours, and change nothing when made again', function () {
    this.timeout(60_000);
    check(
      fc.property(anyDraws, anyDraws, anyDraws, (before, here, there) => {
        const base = made(BOOK, before);
        const [ours, theirs] = [made(base, here), made(base, there)];
        const merged = merge(base, ours, theirs);
        const swapped = merge(base, theirs, ours);
        assert.deepEqual(
          swapped.conflicts.map(c => ({ ...c, ours: c.theirs, theirs: c.ours })),
          merged.conflicts,
        );
        if (merged.conflicts.length > 0) return;
        assert.equal(swapped.text, merged.text);
        const text = merged.text as string;
        for (const side of [ours, theirs]) {
          const again = merge(base, text, side);
          assert.deepEqual(again.conflicts, []);
          assert.equal(again.text, text);
        }
        const book = parseCodebook(text);
        const [old, a, b] = [parseCodebook(base), parseCodebook(ours), parseCodebook(theirs)];
        const ids = new Set([...a.entries, ...b.entries].flatMap(e => [e.id, ...e.formerly]));
        for (const id of ids) {
          const gone = old.find(id) && (!a.find(id) || !b.find(id));
          if (!gone) assert.ok(book.find(id), `${id} is lost`);
        }
      }),
      100,
    );
  });
});
