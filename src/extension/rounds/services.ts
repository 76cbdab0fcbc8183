import type { Coder } from '../coding/coder.js';
import type { ShownReports } from '../common/shownReports.js';
import type { Studies } from '../study/studies.js';
import type { Colleagues } from '../visibility/colleagues.js';

/** What blind rounds need of the rest of the extension. */
export interface RoundServices {
  readonly studies: Studies;
  readonly coder: Coder;
  readonly colleagues: Colleagues;
  readonly reports: ShownReports;
}
