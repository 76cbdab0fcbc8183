import assert from 'node:assert/strict';
import type { Change } from '../../../src/core/review/change.js';
import { Chance } from './scripted/chance.js';
import { baseModel } from './scripted/model.js';
import { written } from './scripted/write.js';
import { mutated } from './support/mutate.js';
import { benchOf, filesOf, leftTo, take } from './support/taking.js';

const SEEDS = 16;

const keys = (changes: readonly { key: string }[]): string[] => changes.map(({ key }) => key);
function pair(seed: number, count = 1 + (seed % 14)) {
  const chance = new Chance(seed);
  const before = baseModel(chance);
  const after = mutated(before, chance, count);
  return { chance, before: written(before, chance), after: written(after, chance) };
}

describe('any changes between two states', () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    it(`accepted make the one state the other; rejected, the other the one (${seed})`, async () => {
      const { before, after } = pair(seed);
      for (const [from, to, side] of [
        [before, after, 'after'],
        [after, before, 'before'],
      ] as const) {
        const bench = await benchOf(before, after, from);
        const { refused, undo } = await take(bench, bench.sources.changes, side);
        assert.deepEqual(
          refused.map(({ change, message }) => [change.key, message]),
          [],
          side,
        );
        assert.deepEqual(keys(await leftTo(bench, to)), [], side);
        await undo();
        assert.deepEqual(keys(await leftTo(bench, from)), []);
      }
    });

    it(`accepted in two parts make the one state the other (${seed})`, async () => {
      const { chance, before, after } = pair(seed);
      for (const [from, to, side] of [
        [before, after, 'after'],
        [after, before, 'before'],
      ] as const) {
        const bench = await benchOf(before, after, from);
        const some: Change[] = bench.sources.changes.filter(() => chance.is(0.5));
        const first = await take(bench, some, side);
        const once = await filesOf(bench.store);
        const again = await take(bench, first.done, side);
        assert.deepEqual([again.edits, again.refused], [[], []]);
        assert.deepEqual(await filesOf(bench.store), once);
        const rest = bench.sources.changes.filter(change => !first.done.includes(change));
        const { refused } = await take(bench, rest, side);
        assert.deepEqual(
          refused.map(({ change, message }) => [change.key, message]),
          [],
          side,
        );
        // A former id that codings used when its turn came is kept.
        const left = keys(await leftTo(bench, to)).filter(key => !key.endsWith(' formerly'));
        assert.deepEqual(left, [], side);
      }
    });
  }
});
