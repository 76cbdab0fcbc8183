import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { settled } from '../../../src/core/exchange/into/newEntries.js';
import type { ExchangeEntry } from '../../../src/core/exchange/model.js';
import { check } from '../codebook/support.js';
import { anyBook, imported, roundTrip, tree } from './support.js';

const SAMPLE = readFileSync('samples/peer-support/codebook.md', 'utf8');

/** What a table holds of an entry; where its text had another form (which was said), the words in a settled order. */
function inTable({ prose, guid, classes, children, ...rest }: ExchangeEntry): unknown {
  return { ...rest, ...settled(rest), classes: [...classes].sort(), children: children.map(inTable) };
}

describe('a codebook that is written and read again', () => {
  it('is the sample, to the byte, as .qdc', () => {
    const quoted = SAMPLE.replace(/formerly="(\S+)"/g, 'formerly=$1');
    assert.equal(roundTrip(SAMPLE, 'qdc').text.trimEnd(), quoted.trimEnd());
  });

  it('is the sample but for emphasis, as a table', () => {
    for (const format of ['csv', 'md'] as const) {
      const { text, losses } = roundTrip(SAMPLE, format);
      assert.deepEqual(tree(text).entries.map(inTable), tree(SAMPLE).entries.map(inTable));
      assert.ok(losses.length > 0);
    }
  });

  it('comes back equal as .qdc, whatever is in it', () => {
    check(
      fc.property(anyBook, book => {
        const { text } = imported(undefined, book);
        const again = roundTrip(text, 'qdc');
        assert.deepEqual(tree(again.text), tree(text), again.file);
        assert.equal(again.text, text);
      }),
      300,
    );
  }).timeout(120_000);

  for (const format of ['csv', 'md'] as const) {
    it(`comes back equal but for what it says, as ${format}`, () => {
      check(
        fc.property(anyBook, book => {
          const { text } = imported(undefined, book);
          const again = roundTrip(text, format);
          assert.deepEqual(tree(again.text).entries.map(inTable), tree(text).entries.map(inTable), again.file);
        }),
        300,
      );
    }).timeout(120_000);
  }

  it('says what was meant: an imported tree is the tree that was handed in', () => {
    check(
      fc.property(anyBook, book => {
        const bare = (entry: ExchangeEntry): unknown => ({
          ...(({ title, kind, id, color }) => ({ title, kind, id, color }))(entry),
          formerly: entry.formerly,
          classes: entry.classes,
          ...(entry.prose === undefined ? { text: settled(entry).definition || undefined } : { prose: entry.prose }),
          children: entry.children.map(bare),
        });
        const after = tree(imported(undefined, book).text).entries;
        const alike = (a: readonly ExchangeEntry[], b: readonly ExchangeEntry[]): ExchangeEntry[] =>
          a.map((entry, i) => {
            const { prose, ...rest } = entry;
            const own = b[i]?.prose !== undefined && prose !== undefined ? { prose } : {};
            return { ...rest, ...own, children: alike(entry.children, b[i]?.children ?? []) };
          });
        assert.deepEqual(alike(after, book.entries).map(bare), book.entries.map(bare));
      }),
      200,
    );
  }).timeout(120_000);
});
