import { type GwetAC2, gwetAC2 } from './gwetAC2.js';
import type { Measured } from './measured.js';
import type { Ratings } from './ratings.js';

/**
 * Gwet's AC1 for two or more coders, with answers missing where they are; chance is only where coders answer at random, which they do the less
 * the more one answer prevails. It does not fall where nearly all units get one answer, as kappa does. It counts the answers that could have
 * been given (`Ratings.categories`).
 * K. L. Gwet (2008), Computing inter-rater reliability and its variance in the presence of high agreement, British Journal of Mathematical and
 * Statistical Psychology 61, 29–48; with missing answers as in K. L. Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapter 2:
 * observed agreement comes from the units with at least two answers, the distribution of the answers from all units.
 */
export const gwetAC1 = (ratings: Ratings): Measured<GwetAC2> => gwetAC2(ratings, 'identity');
