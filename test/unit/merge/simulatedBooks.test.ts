import assert from 'node:assert/strict';
import type { FileVersions, MergedFile } from '../../../src/core/merge/merge.js';
import { mergeFile } from '../../../src/core/merge/mergeFile.js';
import { type BookFault, simulateBooks } from '../../soak/files/simulateBooks.js';
import type { Merger } from '../../soak/files/simulateFiles.js';

/** One is enough for `npm test`; `THOROUGH=50` makes thousands of merges. */
const SEEDS = 4 * Number(process.env.THOROUGH ?? 1);
const ROUNDS = 30;

function told({ versions, got, wrong }: BookFault): string {
  const { bases, ours, theirs } = versions;
  return `${wrong.join('\n')}\nbases:\n${bases.join('\n---\n')}\nours:\n${ours}\ntheirs:\n${theirs}\ngot:\n${got}`;
}

/** A merge of which the result is changed. */
const changed =
  (change: (merged: MergedFile, versions: FileVersions) => MergedFile): Merger =>
  (versions, decisions) =>
    change(mergeFile(versions, decisions), versions);

const MUTANTS: readonly (readonly [string, RegExp, Merger])[] = [
  [
    'a code is a former id of nothing once it was merged',
    /stands for undefined instead of/,
    changed(({ text, conflicts }) => ({ text: text?.replace(/ formerly=(?:"[^"]*"|[^\s}]+)/g, ''), conflicts })),
  ],
  [
    'nobody is asked whether a code goes',
    /presence: a conflict that nobody was told of/,
    changed(({ text, conflicts }) => ({ text, conflicts: conflicts.filter(({ aspect }) => aspect !== 'presence') })),
  ],
  [
    'of crossed histories only the first version counts',
    /./,
    (versions, decisions) => mergeFile({ ...versions, bases: versions.bases.slice(0, 1) }, decisions),
  ],
  [
    'one side is taken whole',
    /is lost|is back|instead of/,
    changed(({ conflicts }, { ours }) => ({ text: ours, conflicts })),
  ],
];

describe('a codebook that several people work on', function () {
  this.timeout(120_000 * Math.max(1, SEEDS / 20));

  it('is what the ideal model says after every merge, whoever takes over whose version', async () => {
    let [merges, crossed, torn] = [0, 0, 0];
    for (let seed = 1; seed <= SEEDS; seed++) {
      const report = await simulateBooks(seed, ROUNDS, mergeFile);
      assert.equal(report.fault && `seed ${seed}: ${told(report.fault)}`, undefined);
      merges += report.merges;
      crossed += report.crossed;
      torn += report.torn;
    }
    assert.ok(merges > 40 * SEEDS && crossed > 5 * SEEDS && torn > 0, `only ${merges}, ${crossed}, ${torn}`);
  });

  for (const [name, expected, merge] of MUTANTS) {
    it(`would be found wrong if ${name}`, async () => {
      let wrong: readonly string[] = [];
      for (let seed = 1; seed <= 10 && wrong.length === 0; seed++)
        wrong = (await simulateBooks(seed, ROUNDS, merge)).fault?.wrong ?? [];
      assert.ok(
        wrong.some(one => expected.test(one)),
        `not found, but: ${wrong.slice(0, 3).join('; ')}`,
      );
    });
  }
});
