import { FAULTS, failAnywhere } from './support/failAnywhere.js';
import { ACTION_NAMES } from './support/watchedStudy.js';

/** Of the calls of an action one of so many is refused here, each time in another way; `npm run test:soak` refuses all in all ways. */
const ONE_OF = 20;

describe('a disk that refuses', () => {
  for (const [i, action] of ACTION_NAMES.entries()) {
    it(`leaves the study as it was, and says why and what to do: ${action}`, async () => {
      for (const [j, fault] of FAULTS.entries())
        await failAnywhere(action, fault, number => number % ONE_OF === (i + 3 * j) % ONE_OF);
    });
  }
});
