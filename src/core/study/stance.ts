import type { StudyConfig } from './config.js';

/**
 * Why figures that look like saturation, such as new codes per session, are not shown in a study; undefined where they may be. The one
 * sentence for the window and the command line.
 */
export function whyNoSaturation({ stance }: Pick<StudyConfig, 'stance'>): string | undefined {
  if (stance !== 'reflexive') return undefined;
  return 'This study declares the stance “reflexive”: there codes are made, not found, so that nothing is saturated when no new ones come up. New codes per session are not shown.';
}

/**
 * Why figures of agreement between coders are not shown in a study; undefined where they may be. The one sentence for the window and the
 * command line.
 */
export function whyNoAgreement({ stance }: Pick<StudyConfig, 'stance'>): string | undefined {
  if (stance !== 'reflexive') return undefined;
  return 'This study declares the stance “reflexive”: there coding is interpretation, and what another coder sees differently enriches it instead of being an error. Figures of agreement would measure what the analysis does not want, so they are not shown.';
}

/** What is to be said beside figures of agreement; undefined where the study rests on them. */
export function agreementCaveat({ stance }: Pick<StudyConfig, 'stance'>): string | undefined {
  if (stance !== 'codebook') return undefined;
  return 'This study declares the stance “codebook”, which does not rest on agreement between coders: read the figures as a start for talking about what was coded differently, not as a proof of quality.';
}
