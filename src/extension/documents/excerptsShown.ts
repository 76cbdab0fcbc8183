import { isScopeCode } from '../../core/codebook/scope.js';
import type { CodedDocument, PlacedInDocument } from './codedDocument.js';

/**
 * The codings of a document that are shown at their words. Those that mark what is in scope are not: they run over pages,
 * and colour behind all of it would hide what is coded there. They have their stripe in the gutter.
 */
export function excerptsShown({ shown, opened: { study } }: CodedDocument): readonly PlacedInDocument[] {
  return shown.filter(({ coding }) => !isScopeCode(study.codebook, coding.code));
}
