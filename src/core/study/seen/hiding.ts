import { discussionPlaceOf, placeOf, readingPlaceOf, transcriptOf } from '../layout.js';

/** Whether a coder's work on a transcript is hidden. */
export type IsHidden = (coder: string, transcript: string) => boolean;

/** Whose work a person does not want to see, or is not to see yet. */
export interface Hiding {
  /** What is hidden, in one text: as long as it stays, so does what is hidden of the same files. */
  readonly key: string;
  /** Who looks: their own work is never hidden. Undefined where nobody said who is coding: then everybody is a colleague. */
  readonly me: string | undefined;
  /** Whether work on a transcript is hidden, as the files are now. Worked out anew for each look at all files. */
  decide(): IsHidden;
}

/** A file in a coder's folder, and the transcript it is about today. */
interface CoderFile {
  readonly path: string;
  readonly coder: string;
  readonly transcript: string;
}

/** Whether a file with codings or notes is hidden, be it by the transcript it is about today or by the one its path names. */
export function hidesFile(isHidden: IsHidden, { path, coder, transcript }: CoderFile): boolean {
  return isHidden(coder, transcript) || isHidden(coder, transcriptOf(path) ?? transcript);
}

/**
 * Whether a path of any version of the study is that of hidden work. What colleagues said in discussions is hidden as a whole there: of which
 * transcript a comment speaks, a file does not tell.
 */
export function hidesPath(hiding: Hiding, isHidden: IsHidden, path: string): boolean {
  const place = placeOf(path) ?? readingPlaceOf(path);
  if (place !== undefined) return isHidden(place.coder, place.transcript);
  const talk = discussionPlaceOf(path);
  return talk !== undefined && talk.coder !== hiding.me;
}
