import type { Studies } from '../study/studies.js';
import type { CodebookEditing } from './editing.js';
import type { Targets } from './target.js';

/** What the commands that change the codebook need. */
export interface CodebookServices {
  readonly studies: Studies;
  readonly editing: CodebookEditing;
  readonly targets: Targets;
}

/** A command that changes the codebook. `args` is what it was called with: a row and all selected rows, or nothing. */
export type CodebookCommand = (services: CodebookServices, args: readonly unknown[]) => Promise<void>;
