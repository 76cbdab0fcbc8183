import type { VersionSource } from '../../core/versions/source.js';
import type { ChangesFeature } from '../changes/changesFeature.js';
import type { Coder } from '../coding/coder.js';
import type { Conflicts } from '../conflicts/conflicts.js';
import type { Host } from '../host.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';

/** What saving and exchanging versions works with. */
export interface VersionsServices {
  readonly studies: Studies;
  readonly coder: Coder;
  readonly changes: ChangesFeature;
  readonly conflicts: Conflicts;
  readonly host: Host;
}

/** A study whose versions are worked on. */
export interface AtWork extends VersionsServices {
  readonly opened: OpenStudy;
  readonly source: VersionSource;
}
