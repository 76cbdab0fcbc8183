import type { Coder } from '../coding/coder.js';
import type { Studies } from '../study/studies.js';
import type { Colleagues } from '../visibility/colleagues.js';
import type { RoundReports } from './roundReports.js';

/** What blind rounds need of the rest of the extension. */
export interface RoundServices {
  readonly studies: Studies;
  readonly coder: Coder;
  readonly colleagues: Colleagues;
  readonly reports: RoundReports;
}
