import { parseCodingFile } from '../coding/file.js';
import { parseDiscussionFile } from '../discussion/file.js';
import { parseReadingFile } from '../reading/file.js';
import { parseRoundsFile } from '../rounds/file.js';
import { discussionPlaceOf, placeOf, readingPlaceOf, roundsPlaceOf } from './layout.js';
import type { Study } from './study.js';

/**
 * Puts the new content of a file in somebody's folder into the index that it belongs to.
 * @param text undefined: it is gone
 * @returns false where it is no such file
 */
export function takeCodersFile(
  {
    index,
    readings,
    discussion,
    rounds,
    renames,
  }: Pick<Study, 'index' | 'readings' | 'discussion' | 'rounds' | 'renames'>,
  path: string,
  text: string | undefined,
): boolean {
  const coding = placeOf(path);
  if (coding !== undefined) {
    if (text === undefined) index.delete(path);
    else index.set(parseCodingFile(text, renames.placed(coding)));
    return true;
  }
  const reading = readingPlaceOf(path);
  if (reading !== undefined) {
    if (text === undefined) readings.delete(path);
    else readings.set(parseReadingFile(text, renames.placed(reading)));
    return true;
  }
  const talk = discussionPlaceOf(path);
  if (talk !== undefined) {
    if (text === undefined) discussion.delete(path);
    else discussion.set(parseDiscussionFile(text, talk));
    return true;
  }
  const round = roundsPlaceOf(path);
  if (round === undefined) return false;
  if (text === undefined) rounds.delete(path);
  else rounds.set(parseRoundsFile(text, round));
  return true;
}
