import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ChangeRefused } from '../../../src/core/codebook/change.js';
import { changeCodebook } from '../../../src/core/codebook/changeCodebook.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { parseCodingFile } from '../../../src/core/coding/file.js';
import { atOnce } from '../../../src/core/pieces.js';
import type { Change } from '../../../src/core/review/change.js';
import { compareCodebooks } from '../../../src/core/review/codebook/compareCodebooks.js';
import { describeChange } from '../../../src/core/review/sentence.js';
import { kindOf, summarise } from '../../../src/core/review/summary.js';
import { applyLineEdits } from '../../../src/core/text/lineEdit.js';
import { decodeUtf8, encodeUtf8 } from '../../../src/core/text/utf8.js';
import { anyDraw, changeFrom } from '../codebook/randomChanges.js';
import { anyFile } from '../support/byteFiles.js';
import { named } from './scripted/named.js';
import { changesBetween, type Files } from './support/snapshot.js';

const EA = 'codings/EA/transcripts/pp-03.jsonl';
const MB = 'codings/MB/transcripts/pp-03.jsonl';
const READING = 'codings/EA/transcripts/pp-03.reading.ndjson';
const TALK = 'codings/EA/discussion.ndjson';

const BOOK = `# Codebook

## Influence {.theme}

### Hope {#hope formerly=optimism}

Better.

### Trust

#### Small trust

### Pace {#pace .candidate}

## Culture {.theme}

### Words {color=red}

Include: plain words

## Waiting
`;

/** Any files in coders' folders, broken ones as well. */
const anyStudy: fc.Arbitrary<Files> = fc
  .record({ ea: anyFile, mb: anyFile, reading: anyFile, talk: anyFile })
  .map(({ ea, mb, reading, talk }) => ({ [EA]: ea, [MB]: mb, [READING]: reading, [TALK]: talk }));

const count = (changes: readonly Change[], what: Change['what']): number =>
  changes.filter(one => one.what === what).length;

function codingsIn(files: Files): number {
  const of = (path: string): number => {
    const text = decodeUtf8(files[path] as Uint8Array);
    return parseCodingFile(text, { path, coder: '', transcript: '' }).codings.length;
  };
  return of(EA) + of(MB);
}

/** The codebook after changes as the product makes them; those that are refused change nothing. */
function changedBook(draws: readonly Parameters<typeof changeFrom>[1][]): string {
  let text = BOOK;
  for (const draw of draws) {
    try {
      const { edits } = changeCodebook(text, changeFrom(parseCodebook(text), draw), { used: new Set(['pace']) });
      text = decodeUtf8(applyLineEdits(encodeUtf8(text), edits));
    } catch (error) {
      if (!(error instanceof ChangeRefused)) throw error;
    }
  }
  return text;
}

describe('comparing any two states', () => {
  it('finds nothing between a state and itself, and never fails, loses or doubles anything', () =>
    fc.assert(
      fc.asyncProperty(anyStudy, anyStudy, async (one, other) => {
        assert.deepEqual(await changesBetween(one, one), []);
        const there = await changesBetween(one, other);
        const came = count(there, 'coding-added') - count(there, 'coding-removed');
        assert.equal(codingsIn(other) - codingsIn(one), came);
        assert.equal(new Set(there.map(({ key }) => key)).size, there.length);
        for (const change of there) {
          assert.notEqual(describeChange(change).text, '');
          assert.notEqual(kindOf(change).verb, '');
        }
        assert.equal(summarise(there) === 'No changes', there.length === 0);
      }),
      { numRuns: 300 },
    ));

  it('says the same the other way round', () =>
    fc.assert(
      fc.asyncProperty(anyStudy, anyStudy, async (one, other) => {
        const turned = (name: string): string =>
          name
            .replace(/-(added|removed) /, (_, what) => (what === 'added' ? '-removed ' : '-added '))
            .replace(/ -(\d+) \+(\d+)$/, ' -$2 +$1');
        const [there, back] = [await changesBetween(one, other), await changesBetween(other, one)];
        assert.deepEqual(there.map(named).sort(), back.map(change => turned(named(change))).sort());
      }),
      { numRuns: 300 },
    ));

  it('says of codebooks the same the other way round, but for what moves with something else', () =>
    fc.assert(
      fc.property(fc.array(anyDraw, { maxLength: 5 }), fc.array(anyDraw, { maxLength: 5 }), (some, others) => {
        const [one, other] = [parseCodebook(changedBook(some)), parseCodebook(changedBook(others))];
        assert.deepEqual(atOnce(compareCodebooks(one, parseCodebook(`${one.text}\n`))), []);
        const [there, back] = [atOnce(compareCodebooks(one, other)), atOnce(compareCodebooks(other, one))];
        const isGone = ({ what }: Change): boolean => what === 'entry-removed' || what === 'entry-merged';
        assert.equal(there.filter(isGone).length, count(back, 'entry-added'));
        assert.equal(count(there, 'entry-added'), back.filter(isGone).length);
        const own = (changes: readonly Change[]): string[] =>
          changes
            .map(named)
            .filter(name => /^entry-changed (?!moved|order|formerly)|^codebook/.test(name))
            .sort();
        assert.deepEqual(own(there), own(back));
        // Whatever differs in the tree is told by something.
        const shape = (book: typeof one): unknown =>
          book.entries.map(({ id, title, kind, parent }) => [id, title, kind, parent?.id]);
        if (there.length === 0) assert.deepEqual(shape(one), shape(other));
      }),
      { numRuns: 500 },
    )).timeout(60_000);
});
