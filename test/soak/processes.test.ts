import { Writers } from '../unit/node/support/writers.js';

describe('eight processes that code one study at the same time', () => {
  const writers = new Writers();
  before(() => writers.build());
  after(() => writers.remove());

  it('lose nothing and double nothing: 8 × 1,000 codings in one file are 8,000', () => writers.allAtOnce(8, 1000));
});
