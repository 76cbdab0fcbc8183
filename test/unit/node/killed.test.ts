import { killAgainAndAgain } from './support/killedStudy.js';

describe('processes that are killed at any moment', () => {
  it('lose nothing that was acknowledged, and leave nothing half done (12 kills; `npm run test:soak` does 2,000)', async function () {
    this.timeout(300_000);
    await killAgainAndAgain(12, 7);
  });
});
