import { atLeast, atMost, type Gate } from '../gates.js';
import { allAtOnce, tenRevisions } from './edits/together.js';
import type { Hostile } from './hostile.js';
import { ours } from './methods/ours.js';
import { REPEATED, type Results } from './results.js';
import type { Speed } from './speed.js';
import type { Tally } from './tally.js';

/** What must hold of ours, in hundredths. A gate on nothing holds. */
export function anchoringGates(results: Results): Gate[] {
  const { mechanical, all } = results;
  const repeated = results.repeated.of(REPEATED);
  return [
    ...three('edits of one kind', results.single.of(ours.name), { right: 99.5, wrong: 0.02, reattached: 0.5 }),
    ...[tenRevisions, allAtOnce].flatMap(({ name }) =>
      three(name, results.edits.of(name), { right: 97, wrong: 0.1, reattached: 0.5 }),
    ),
    atLeast('mechanical edits: 100 % right', share(mechanical.right, mechanical.cases, 100), 100),
    atMost('quotes that occur again: at most 0.02 % silently wrong', share(repeated.wrong, repeated.cases), 0.02),
    atLeast('in review, the true place among the first three in 95 %', share(all.offered, all.review, 100), 95),
  ];
}

interface Limits {
  readonly right: number;
  readonly wrong: number;
  readonly reattached: number;
}

function three(name: string, { cases, right, wrong, deleted, reattached }: Tally, limits: Limits): Gate[] {
  return [
    atLeast(`${name}: at least ${limits.right} % right`, share(right, cases, 100), limits.right),
    atMost(`${name}: at most ${limits.wrong} % silently wrong`, share(wrong, cases), limits.wrong),
    atMost(
      `${name}: at most ${limits.reattached} % of deleted re-attached`,
      share(reattached, deleted),
      limits.reattached,
    ),
  ];
}

const share = (part: number, of: number, otherwise = 0): number => (of === 0 ? otherwise : (100 * part) / of);

/** Four times the codings or the text: in proportion would be 4, squared 16. */
const GROWTH_LIMIT = 8;
/** Beside splitting a megabyte into words. What is squared takes hours on such texts, not seconds. */
const HOSTILE_LIMIT = 1_000;

/** What must hold of the time it takes. */
export function costGates(speed: Speed, hostile: readonly Hostile[]): Gate[] {
  return [
    atMost(`four times the codings of a text take at most ${GROWTH_LIMIT} × the time`, speed.growth, GROWTH_LIMIT),
    atMost(
      `codings in a text four times as long take at most ${GROWTH_LIMIT} × the time`,
      speed.textGrowth,
      GROWTH_LIMIT,
    ),
    ...hostile.map(({ name, ratio, ratioWithoutGit }) =>
      atMost(
        `${name} costs at most ${HOSTILE_LIMIT} × splitting a megabyte into words`,
        Math.max(ratio, ratioWithoutGit),
        HOSTILE_LIMIT,
      ),
    ),
  ];
}
