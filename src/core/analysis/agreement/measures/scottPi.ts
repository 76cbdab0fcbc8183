import { corrected, type Figure, type Measured } from './measured.js';
import type { Ratings } from './ratings.js';
import { drawnApart } from './tally.js';
import { twoCoders } from './twoCoders.js';

export interface ScottPi extends Figure {
  /** How many units both coded. */
  readonly units: number;
}

/**
 * Scott's pi for two coders; chance draws both coders' answers from how often the two of them together gave them.
 * W. A. Scott (1955), Reliability of content analysis: the case of nominal scale coding, Public Opinion Quarterly 19, 321–325. Units that
 * one of them did not code are left out.
 */
export function scottPi(ratings: Ratings): Measured<ScottPi> {
  const two = twoCoders(ratings);
  if (two.refused !== undefined) return two;
  const pi = corrected(
    two.observed,
    drawnApart(two.answers.map(({ first, second }) => (first + second) / (2 * two.units))),
  );
  return pi.refused !== undefined ? pi : { ...pi, units: two.units };
}
