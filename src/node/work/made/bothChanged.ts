import type { FileBlobs } from '../../../core/ports.js';
import { changedByBoth, type Sides } from '../bothChanged.js';
import { placeOf } from '../place.js';

export type { Sides };

/**
 * The files of a study that both sides of a merge changed that was made, as `changedByBoth` says.
 * @param folder absolute path of the study
 */
export async function bothChanged(folder: string, sides: Sides): Promise<FileBlobs[]> {
  const place = await placeOf(folder);
  return place === undefined ? [] : (await changedByBoth(place, sides)).files;
}
