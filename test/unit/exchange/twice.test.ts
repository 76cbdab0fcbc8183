import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { closingLine } from '../../../src/core/codebook/closing.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { cleanTitle } from '../../../src/core/codebook/write.js';
import { textsOf } from '../../../src/core/exchange/into/outcome.js';
import { type ExchangeCodebook, type ExchangeEntry, ExchangeError, walk } from '../../../src/core/exchange/model.js';
import { check, messyText } from '../codebook/support.js';
import { anyBook, imported, tree } from './support.js';

/** A book some of whose entries are, by id or title, those of another one. */
const overlapping = fc
  .tuple(anyBook, anyBook, fc.infiniteStream(fc.nat(5)))
  .map(([first, second, dice]): [ExchangeCodebook, ExchangeCodebook] => {
    const written = tree(imported(undefined, second).text);
    const known = [...walk(first.entries)].map(({ entry }) => entry);
    const taken = new Set<ExchangeEntry>();
    const blend = (entry: ExchangeEntry): ExchangeEntry => {
      const other = known.find(each => !taken.has(each));
      const draw = dice.next().value;
      const children = entry.children.map(blend);
      if (other === undefined || draw > 3) return { ...entry, children };
      taken.add(other);
      const { id, prose, ...rest } = { ...entry, children };
      const own = draw < 2 || prose === undefined ? {} : { prose };
      if (draw === 0) return { ...rest, title: other.title, kind: other.kind };
      const text = draw === 1 ? { definition: other.definition ?? 'Something else.' } : {};
      return { ...rest, ...own, ...text, ...(other.id !== undefined && { id: other.id }) };
    };
    return [first, { ...written, entries: written.entries.map(blend) }];
  });

/** An import closes what is open at the end, which is another text then. */
const isClosed = (raw: string): boolean => closingLine(raw.split(/\r\n?|\n/)) === undefined;

/** Everything an entry says, a text each. */
const textsIn = ({ definition = '', include, exclude, example, notes }: ExchangeEntry): string[] =>
  [definition, ...include, ...exclude, ...example, ...notes].map(cleanTitle).filter(text => text !== '');

function importTwice(raw: string, book: ExchangeCodebook, update: boolean): void {
  const { text, report } = imported(raw, book, { update });
  const again = imported(text, book, { update });
  assert.equal(again.text, text, 'a second import changes nothing');
  assert.deepEqual(again.report.added, []);
  assert.deepEqual(
    again.report.differing.filter(({ updated }) => updated),
    [],
  );
  const before = parseCodebook(raw);
  const after = parseCodebook(text);
  const [old, now] = [textsOf(before), textsOf(after)];
  const changes = new Map(report.differing.map(each => [each.id, each.changes]));
  for (const [entry, said] of old) {
    const same = after.find(entry.id);
    if (same === undefined || before.find(entry.id) !== entry) continue;
    const kept = new Set(textsIn(now.get(same) as ExchangeEntry));
    const replaced = changes.get(entry.id)?.find(({ field, updated }) => field === 'definition' && updated);
    for (const each of textsIn(said))
      assert.ok(kept.has(each) || replaced?.here.map(cleanTitle).includes(each), `lost: ${each}\n${text}`);
    if (!update) assert.equal(now.get(same)?.prose, said.prose);
  }
}

describe('a codebook that is imported twice', () => {
  it('changes nothing the second time, and the first time loses nothing', () => {
    check(
      fc.property(overlapping, fc.boolean(), ([first, second], update) => {
        importTwice(imported(undefined, first).text, second, update);
      }),
      400,
    );
  }).timeout(120_000);

  it('neither into any document', () => {
    check(
      fc.property(messyText.filter(isClosed), messyText, fc.boolean(), (raw, other, update) => {
        const book = tree(other);
        try {
          importTwice(raw, book, update);
        } catch (error) {
          if (!(error instanceof ExchangeError)) throw error;
        }
      }),
      400,
    );
  }).timeout(120_000);
});
