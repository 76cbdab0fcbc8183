import assert from 'node:assert/strict';
import { formatRecord } from '../../../src/core/coding/line.js';
import { mergeFile } from '../../../src/core/merge/mergeFile.js';
import { mergeOrder } from '../../../src/core/merge/order.js';
import { coding } from '../support/coding.js';

const PATH = 'codings/EA/transcripts/pp-03.jsonl';
const READING = 'codings/EA/transcripts/pp-03.reading.ndjson';

const file = (...lines: readonly (object | string)[]): string =>
  lines.map(line => `${typeof line === 'string' ? line : formatRecord(line)}\n`).join('');

function merge(base: string | undefined, ours: string | undefined, theirs: string | undefined, path = PATH) {
  return mergeFile({ path, bases: [base], ours, theirs });
}

describe('merging records, for example', () => {
  const one = coding({ id: 'aaaaaaaaaa', memo: 'why?' });
  const two = coding({ id: 'bbbbbbbbbb', at: [40, 53] });

  it('puts two changes of one coding together, and keeps keys it does not know where they stand', () => {
    const odd = { mood: 'low', ...one };
    const merged = merge(file(odd, two), file({ ...odd, code: 'trust' }, two), file({ ...odd, memo: 'Because.' }, two));
    assert.deepEqual(merged, { text: file({ ...odd, code: 'trust', memo: 'Because.' }, two), conflicts: [] });
  });

  it('asks where both gave another code, with what was before', () => {
    const { text, conflicts } = merge(
      file(one),
      file({ ...one, code: 'trust' }),
      file({ ...one, code: 'own-story', memo: 'No.' }),
    );
    assert.equal(text, file({ ...one, code: 'trust', memo: 'No.' }));
    assert.deepEqual(
      conflicts.map(({ key, aspect, base, ours, theirs }) => [key, aspect, base?.text, ours.text, theirs.text]),
      [['record aaaaaaaaaa code', 'code', one.code, 'trust', 'own-story']],
    );
    assert.equal(conflicts[0]?.subject.is, 'coding');
  });

  it('lets a removal hold against a passage that only followed its transcript, and asks where somebody chose another', () => {
    const followed = { ...one, at: [90, 90 + one.quote.length], base: 'cccccccccccc' };
    assert.deepEqual(merge(file(one, two), file(two), file(followed, two)), { text: file(two), conflicts: [] });
    const moved = merge(file(one, two), file(two), file({ ...followed, base: one.base }, two));
    assert.deepEqual(
      moved.conflicts.map(({ key }) => key),
      ['record aaaaaaaaaa presence'],
    );
  });

  it('takes a file away where the last record went, and asks about records where one side removed the file', () => {
    assert.equal(merge(file(one), undefined, file(one)).text, undefined);
    const { text, conflicts } = merge(file(one, two), undefined, file({ ...one, memo: 'New' }, two));
    assert.deepEqual([text, conflicts.map(({ key }) => key)], [undefined, ['record aaaaaaaaaa presence']]);
  });

  it('lets the later mark of reading count', () => {
    const said = (state: string, day: number): string =>
      file(`{"state": "${state}", "since": "2026-05-0${day}T00:00:00Z"}`);
    assert.deepEqual(merge(said('read', 1), said('done', 3), said('unread', 2), READING), {
      text: said('done', 3),
      conflicts: [],
    });
  });

  it('keeps lines that are no records, whatever is in them, and a line as it is written', () => {
    const broken = ['{"code": "ho', 'a\0b', '<<<<<<< HEAD', '\u2028 🙂'];
    const compact = JSON.stringify({ ...two, code: 'trust' });
    const merged = merge(
      file(one, two),
      file(one, broken[0] ?? '', two, broken[1] ?? ''),
      file(one, compact, ...broken.slice(2)),
    );
    const lines = merged.text?.split('\n') ?? [];
    assert.deepEqual(merged.conflicts, []);
    for (const line of [...broken, formatRecord(one), compact]) assert.ok(lines.includes(line), line);
    assert.equal(lines.length, 7);
  });

  it('takes the line ends and the byte order mark over that one side gave the file', () => {
    const windows = `\ufeff${file(one, two).replaceAll('\n', '\r\n')}`;
    const { text } = merge(file(one, two), windows, file({ ...one, code: 'trust' }, two));
    assert.equal(text, `\ufeff${file({ ...one, code: 'trust' }, two).replaceAll('\n', '\r\n')}`);
  });

  it('reads each line of a large file once, and compares only what is new in one place', () => {
    const count = 50_000;
    const line = (i: number, code: string): string =>
      `{"code": "${code}", "quote": "hope", "at": [${i}, ${i + 4}], "id": "id${String(i).padStart(8, '0')}"}`;
    const lines = Array.from({ length: count }, (_, i) => line(i, 'hope'));
    const change = (which: number, code: string): string =>
      file(...lines.map((old, i) => (i % 7 === which ? line(i, code) : old)));
    const parse = JSON.parse;
    let calls = 0;
    JSON.parse = (text, reviver) => {
      calls++;
      return parse(text, reviver) as unknown;
    };
    try {
      const { text, conflicts } = merge(file(...lines), change(1, 'ours'), change(2, 'theirs'));
      assert.equal(conflicts.length, 0);
      const expected = lines.map((old, i) => (i % 7 === 1 ? line(i, 'ours') : i % 7 === 2 ? line(i, 'theirs') : old));
      assert.equal(text, file(...expected));
    } finally {
      JSON.parse = parse;
    }
    // Each distinct line for what it is, and once more for whether it is whole.
    assert.ok(calls <= 2 * (count + Math.ceil((2 * count) / 7) + 2), String(calls));
    let compared = 0;
    const compare = (a: number, b: number): number => {
      compared++;
      return a - b;
    };
    const numbers = Array.from({ length: 2 * count }, (_, i) => i);
    const order = mergeOrder(
      [],
      numbers.filter(i => i % 2 === 0),
      numbers.filter(i => i % 2 === 1),
      { compare, compareNames: compare, isLoose: () => false },
    );
    assert.deepEqual(order, numbers);
    assert.ok(compared <= 2 * count, String(compared));
  }).timeout(60_000);
});
