import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { themePath } from '../../../src/core/codebook/query.js';
import { cleanTitle } from '../../../src/core/codebook/write.js';
import { readCodebookFile } from '../../../src/core/exchange/formats.js';
import { ExchangeError } from '../../../src/core/exchange/model.js';
import type { ReadFile } from '../../../src/core/exchange/qdc/read.js';
import { check } from '../codebook/support.js';
import { imported } from './support.js';

const FIXTURES = path.join(import.meta.dirname, 'fixtures');
const FILES = readdirSync(FIXTURES)
  .filter(name => !name.endsWith('README.md'))
  .map((name): [string, Uint8Array] => [name, new Uint8Array(readFileSync(path.join(FIXTURES, name)))]);

/** A codebook that shares titles, ids and texts with the fixtures. */
const BOOK = `# Codebook

Our rules.

## Household {#household .theme}

### Cooking {#cooking color=green formerly="meals"}

Making *food*, see [the guide](https://example.org).

Include: for guests

<!-- ask B about leftovers -->

## Soil {#soil .candidate}

Earth.

## Waiting

- a list
`;

type Damage = (bytes: Uint8Array) => Uint8Array;

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const at = (bytes: Uint8Array, share: number): number => Math.floor(bytes.length * share);
const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** One thing that can happen to a file on its way. */
const damage: fc.Arbitrary<Damage> = fc.oneof(
  place.map<Damage>(end => bytes => bytes.slice(0, at(bytes, end))),
  fc.tuple(place, fc.nat(255)).map<Damage>(([where, mask]) => bytes => {
    const copy = bytes.slice();
    const i = at(bytes, where);
    copy[i] = (copy[i] ?? 0) ^ mask;
    return copy;
  }),
  fc.tuple(place, place).map<Damage>(([a, b]) => bytes => {
    const [start, end] = [Math.min(at(bytes, a), at(bytes, b)), Math.max(at(bytes, a), at(bytes, b))];
    return joined(bytes.slice(0, end), bytes.slice(start));
  }),
  fc.tuple(place, fc.nat(40)).map<Damage>(([a, length]) => bytes => {
    const start = at(bytes, a);
    return joined(bytes.slice(0, start), bytes.slice(start + length));
  }),
  fc
    .tuple(
      place,
      fc.constantFrom('\uFEFF', '<', '>', '"', '\n', '\r\n', '|', ',', '\0', '&', ']]>', '<!--', '```', '#'),
    )
    .map<Damage>(
      ([where, text]) =>
        bytes =>
          joined(bytes.slice(0, at(bytes, where)), Buffer.from(text), bytes.slice(at(bytes, where))),
    ),
);

/** What comes of a file: read, or a refusal that a person can do something with. */
function attempt<T>(name: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    assert.ok(error.message.length > 10 && error.remedy.length > 10, error.located);
    if (error.file !== undefined) assert.ok(error.located.startsWith(name), error.located);
    return undefined;
  }
}

/** Imports what was read; whatever the report says must be what stands in the codebook. */
function importInto(raw: string, { book }: ReadFile, update: boolean): void {
  const { text, report } = imported(raw, book, { update });
  const before = parseCodebook(raw);
  const after = parseCodebook(text);
  assert.equal(after.entries.length, before.entries.length + report.added.length);
  for (const { id, title, kind, path: above } of report.added) {
    const entry = after.find(id);
    assert.ok(entry !== undefined && before.find(id) === undefined, id);
    assert.deepEqual([entry.title, entry.kind], [cleanTitle(title), kind]);
    assert.deepEqual(themePath(entry).map(cleanTitle), above.map(cleanTitle));
  }
  for (const { id, changes, updated } of report.differing) {
    const entry = after.find(id);
    assert.equal(
      updated,
      changes.some(change => change.updated),
    );
    for (const { field, there } of changes.filter(change => change.updated)) {
      assert.ok(update, 'nothing is updated unasked');
      if (field === 'title') assert.deepEqual([entry?.title], there);
      if (field === 'definition') assert.deepEqual([entry?.definition], there);
      if (field === 'include') for (const each of there) assert.ok(entry?.include.includes(each));
      if (field === 'former ids') for (const each of there) assert.ok(entry?.formerly.includes(each));
    }
  }
  // Nothing that somebody wrote is lost, but for what was replaced, and that is in the report.
  const replaced = report.differing.flatMap(({ changes }) => changes.flatMap(({ here }) => here)).join('\n');
  for (const line of raw.split('\n')) {
    const words = line.replace(/^#+ /, '').replace(/ *\{#.*/, '');
    const plain = words.replace(/[*]|\[|\]\(.*?\)/g, '');
    assert.ok(text.includes(words) || replaced.includes(plain), `lost: ${line}\n${text}`);
  }
  const again = imported(text, book, { update });
  assert.equal(again.text, text, 'a second import changes nothing');
  assert.deepEqual([again.report.added, again.report.differing.filter(each => each.updated)], [[], []]);
}

describe('damaged files', () => {
  it('undamaged, every fixture is read and imported, with and without an update', () => {
    for (const [name, bytes] of FILES)
      for (const update of [false, true]) importInto(BOOK, readCodebookFile(name, bytes), update);
  });

  for (const [name, bytes] of FILES) {
    it(`${name}: cut, flipped, doubled, torn: read or refused with advice, never half`, () => {
      check(
        fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), fc.boolean(), (blows, update) => {
          const broken = blows.reduce<Uint8Array>((now, blow) => blow(now), bytes);
          const start = Date.now();
          const file = attempt(name, () => readCodebookFile(name, broken));
          if (file !== undefined) attempt(name, () => importInto(BOOK, file, update));
          assert.ok(Date.now() - start < 5000, 'takes its time');
        }),
        200,
      );
    }).timeout(120_000);
  }
});
