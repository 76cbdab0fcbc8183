import { dieAnywhere } from './support/dieAnywhere.js';
import { ACTION_NAMES } from './support/watchedStudy.js';

/** Of the calls of an action one of so many is a process' last here; `npm run test:soak` goes through all. */
const ONE_OF = 8;

describe('a process that dies at a call to the file system', () => {
  for (const [i, action] of ACTION_NAMES.entries()) {
    it(`leaves all or nothing of what it did: ${action}`, () =>
      dieAnywhere(action, number => number % ONE_OF === i % ONE_OF));
  }
});
