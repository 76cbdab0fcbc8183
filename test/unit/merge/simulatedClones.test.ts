import assert from 'node:assert/strict';
import { setUpDriver } from '../../soak/driver.js';
import { type SoakOptions, simulate } from '../../soak/simulate.js';

const SEED = 3;
const PEOPLE = [
  ['EA-desk', 'EA'],
  ['EA-laptop', 'EA'],
  ['MB', 'MB'],
] as const;

/** A few rounds of what `npm run test:soak` does at length. */
async function few(rounds: number, options: Partial<SoakOptions> = {}): Promise<void> {
  const report = await simulate({ seed: SEED, rounds, people: PEOPLE, ...options });
  assert.deepEqual(report.wrong, []);
  const ways = [...report.steps.keys()];
  assert.ok(ways.length > 1 && report.subjects > 10, `only ${ways.join(', ')} and ${report.subjects} subjects`);
}

describe('people who work on clones of one study', function () {
  this.timeout(120_000);

  it('lose nothing without the merge driver', () => few(5));

  it('lose nothing with the merge driver', () => few(4, { setUp: setUpDriver }));
});
