import type { Coder } from '../coding/coder.js';
import type { History } from '../history/history.js';
import type { Studies } from '../study/studies.js';
import type { Conflicts } from './conflicts.js';
import type { Unsettled } from './unsettled.js';

/** What deciding after the fact works with. */
export interface ConflictServices {
  readonly studies: Studies;
  readonly coder: Coder;
  readonly history: History;
  readonly conflicts: Conflicts;
  readonly unsettled: Unsettled;
}
