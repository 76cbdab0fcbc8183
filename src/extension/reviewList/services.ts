import type { Coder } from '../coding/coder.js';
import type { History } from '../history/history.js';
import type { Studies } from '../study/studies.js';

/** What the review list needs. */
export interface ReviewServices {
  readonly studies: Studies;
  readonly coder: Coder;
  readonly history: History;
}
