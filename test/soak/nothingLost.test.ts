import { dieAnywhere } from '../unit/node/support/dieAnywhere.js';
import { FAULTS, failAnywhere } from '../unit/node/support/failAnywhere.js';
import { killAgainAndAgain } from '../unit/node/support/killedStudy.js';
import { ACTION_NAMES } from '../unit/node/support/watchedStudy.js';

const KILLS = 2000;
const SEED = Number(process.env.VERBATIM_SOAK_SEED ?? Date.now() % 1_000_000_000);
const all = (): boolean => true;

describe('nothing is lost', () => {
  for (const action of ACTION_NAMES) {
    it(`by a process that dies at any call to the file system: ${action}`, () => dieAnywhere(action, all));

    for (const fault of FAULTS) {
      it(`by a disk that refuses any call (${fault.code}): ${action}`, () => failAnywhere(action, fault, all));
    }
  }

  it(`by ${KILLS} processes that are killed at any moment, seed ${SEED}`, () => killAgainAndAgain(KILLS, SEED));
});
