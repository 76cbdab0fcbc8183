import { takeBack } from '../coding/takeBack.js';
import type { Study } from '../study/study.js';
import type { Written } from '../study/write.js';

/**
 * Writes a line and makes a version of it, or neither: a round that is on disk alone proves nothing.
 * @returns full id of the version
 * @throws what `save` threw, once the line is taken back
 */
export async function recordedVersion(
  study: Study,
  write: () => Promise<Written>,
  save: () => Promise<string>,
): Promise<string> {
  const { edit } = await write();
  try {
    return await save();
  } catch (error) {
    await takeBack(study, [edit]);
    throw error;
  }
}
