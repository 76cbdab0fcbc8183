import type { StudyConfig } from './config.js';

/**
 * Why figures that look like saturation, such as new codes per session, are not shown in a study; undefined where they may be. The one
 * sentence for the window and the command line.
 */
export function whyNoSaturation({ stance }: Pick<StudyConfig, 'stance'>): string | undefined {
  if (stance !== 'reflexive') return undefined;
  return 'This study declares the stance “reflexive”: there codes are made, not found, so that nothing is saturated when no new ones come up. New codes per session are not shown.';
}
