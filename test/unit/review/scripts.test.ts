import assert from 'node:assert/strict';
import { Chance } from './scripted/chance.js';
import { baseModel, type Model } from './scripted/model.js';
import { named } from './scripted/named.js';
import { Bench, type Expected, type Step } from './scripted/steps.js';
import { BOOK_STEPS } from './scripted/stepsOfBook.js';
import { CODER_STEPS } from './scripted/stepsOfCoders.js';
import { FILE_STEPS } from './scripted/stepsOfFiles.js';
import { written } from './scripted/write.js';
import { changesBetween } from './support/snapshot.js';

const STEPS: readonly [string, Step][] = Object.entries({ ...CODER_STEPS, ...BOOK_STEPS, ...FILE_STEPS });
const SCRIPTS = 200;

/** A script: what it does, and what it must lead to there and back. */
interface Script {
  readonly before: Model;
  readonly after: Model;
  readonly done: readonly string[];
  readonly expected: readonly Expected[];
}

/** One to nine steps; the first one is the one whose turn it is, so that every step is taken at least three times. */
function scriptOf(seed: number): Script {
  const chance = new Chance(seed);
  const before = baseModel(chance);
  const bench = new Bench(structuredClone(before), chance);
  const done: string[] = [];
  const expected: Expected[] = [];
  const steps = [
    STEPS[seed % STEPS.length] as [string, Step],
    ...Array.from({ length: chance.below(9) }, () => chance.pick(STEPS)),
  ];
  for (const [name, step] of steps) {
    const leadsTo = step(bench);
    if (leadsTo === undefined) continue;
    done.push(name);
    expected.push(...leadsTo);
  }
  return { before, after: bench.model, done, expected };
}

const sorted = (all: readonly string[]): string[] => all.filter(one => one !== '').sort();

describe('what changed between two states, told by 200 scripts', () => {
  const taken = new Map<string, number>();

  for (let seed = 0; seed < SCRIPTS; seed++) {
    const { before, after, done, expected } = scriptOf(seed);
    for (const name of done) taken.set(name, (taken.get(name) ?? 0) + 1);

    it(`script ${seed}: ${done.join(', ')}`, async () => {
      const [one, other] = [written(before, new Chance(seed + 1000)), written(after, new Chance(seed + 2000))];
      const there = await changesBetween(one, other);
      assert.deepEqual(sorted(there.map(named)), sorted(expected.map(change => change.there)));
      const back = await changesBetween(other, one);
      assert.deepEqual(sorted(back.map(named)), sorted(expected.map(change => change.back)), 'the other way round');
      assert.equal(new Set(there.map(({ key }) => key)).size, there.length, 'keys tell changes apart');
      assert.deepEqual(await changesBetween(one, written(before, new Chance(seed + 3000))), [], 'noise is no change');
    });
  }

  it('took every step several times', () => {
    for (const [name] of STEPS) assert.ok((taken.get(name) ?? 0) >= 2, name);
  });
});
