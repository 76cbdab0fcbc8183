import type { Coder } from '../coding/coder.js';
import type { CodedDocuments } from '../documents/codedDocuments.js';
import type { History } from '../history/history.js';
import type { Studies } from '../study/studies.js';

/** What the excerpts page and its commands need. */
export interface ExcerptServices {
  readonly studies: Studies;
  readonly documents: CodedDocuments;
  readonly coder: Coder;
  readonly history: History;
}
