/** How often a page hears how far something has come. Milliseconds. */
export const PROGRESS_EVERY = 200;

/**
 * Tells, call after call, whether it is time to say again how far something has come.
 * @param isAtOnce the first call already says yes; otherwise what is done soon is not told of
 */
export function progressPace(isAtOnce: boolean): () => boolean {
  let told = isAtOnce ? 0 : Date.now();
  return () => {
    const now = Date.now();
    if (now - told < PROGRESS_EVERY) return false;
    told = now;
    return true;
  };
}
