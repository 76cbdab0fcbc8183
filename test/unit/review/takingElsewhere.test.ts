import assert from 'node:assert/strict';
import { compareStates } from '../../../src/core/review/compare.js';
import { workingSnapshot } from '../../../src/core/review/snapshots.js';
import { sideOf } from '../../../src/core/review/status.js';
import { StudyState } from '../../../src/core/review/studyState.js';
import { Chance } from './scripted/chance.js';
import { baseModel } from './scripted/model.js';
import { written } from './scripted/write.js';
import { mutated } from './support/mutate.js';
import { snapshotOf } from './support/snapshot.js';
import { benchOf, take } from './support/taking.js';

const SEEDS = 16;

describe('changes that are accepted into files which went their own way', () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    it(`change just what they are about, or are refused (${seed})`, async () => {
      const chance = new Chance(seed);
      const model = baseModel(chance);
      const [after, today] = [mutated(model, chance, 9), mutated(model, chance, 9)];
      const files = written(today, chance);
      const bench = await benchOf(written(model, chance), written(after, chance), files);
      const { sources, study, store } = bench;
      const { done, refused, along } = await take(bench, sources.changes, 'after');
      for (const change of done) assert.equal(await sideOf(study, change, sources), 'after', change.key);
      assert.equal(done.length + refused.length, sources.changes.length);
      for (const { message, remedy } of refused) assert.ok(message.endsWith('.') && remedy.endsWith('.'), message);
      const now = new StudyState(await workingSnapshot(store));
      const { changes } = await compareStates(new StudyState(snapshotOf(files)), now);
      const meant = new Set(done.map(({ key }) => key));
      // Whatever moves makes others stand elsewhere among their neighbours.
      const others = changes.filter(({ key }) => !meant.has(key) && !key.endsWith(' order'));
      if (along.length === 0)
        assert.deepEqual(
          others.map(({ key }) => key),
          [],
        );
    });
  }
});
