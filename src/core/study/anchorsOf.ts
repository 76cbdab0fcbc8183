import type { Anchors } from '../anchoring/anchors.js';
import type { Study } from './study.js';

/**
 * Where the codings and notes of a transcript are, as it is on disk; undefined where there is no file.
 * @throws an error that names the file where it is there and cannot be read
 */
export async function anchorsOf(study: Study, transcript: string): Promise<Anchors | undefined> {
  try {
    return await study.anchors(transcript);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new Error(`${transcript} cannot be read (${detail}).`, { cause: error });
  }
}
