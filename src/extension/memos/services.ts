import type { Targets } from '../codebook/target.js';
import type { Coder } from '../coding/coder.js';
import type { CodedDocuments } from '../documents/codedDocuments.js';
import type { History } from '../history/history.js';
import type { Studies } from '../study/studies.js';

/** What memos need. */
export interface MemoServices {
  readonly studies: Studies;
  readonly documents: CodedDocuments;
  readonly coder: Coder;
  readonly history: History;
  readonly targets: Targets;
}
