import type { CodedDocuments } from '../documents/codedDocuments.js';
import type { History } from '../history/history.js';
import type { ManuscriptChecks } from '../manuscripts/manuscriptChecks.js';
import type { Studies } from '../study/studies.js';

/** What quoting needs. */
export interface QuoteServices {
  readonly studies: Studies;
  readonly documents: CodedDocuments;
  readonly history: History;
  readonly checks: ManuscriptChecks;
}
