import { placeOf, readingPlaceOf } from '../study/layout.js';
import type { Study } from '../study/study.js';

/** Whose codings or notes a path holds; undefined for all other files. */
export function coderOf(path: string): string | undefined {
  return (placeOf(path) ?? readingPlaceOf(path))?.coder;
}

/**
 * Of files that are not saved as a version those that are about some transcripts: the transcripts themselves, and what anybody coded and noted there.
 * @param unsaved paths from the study
 */
export function unsavedOfRound(study: Study, unsaved: readonly string[], transcripts: readonly string[]): string[] {
  return unsaved.filter(path => {
    const about = coderOf(path) === undefined ? path : (study.transcriptOf(path) ?? path);
    return transcripts.includes(about);
  });
}
