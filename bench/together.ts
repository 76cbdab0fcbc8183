import { type Coded, coOccurrences } from '../src/core/analysis/coOccurrence.js';
import { atOnce } from '../src/core/pieces.js';
import { median, timed } from './measure.js';
import { below, seeded } from './random.js';

/** Codings of one long transcript, few of which lie on the same words at a time, as in a real study. */
const FEW = 5_000;
const MANY = 20_000;
const CODES = 200;
const RUNS = 9;
/** How far apart codings begin on average, and how long they are at most, in code points. */
const DISTANCE = 120;
const LENGTH = 300;

/** What finding the codes that stand together costs, in milliseconds. */
export interface TogetherFigures {
  readonly codings: number;
  readonly find: number;
  /** How many times as long four times the codings take. */
  readonly growth: number;
}

/** Measures few and many codings in turn and takes the middle of the pairs. */
export async function measureTogether(): Promise<TogetherFigures> {
  const [few, many] = [codings(FEW), codings(MANY)];
  const pairs: { few: number; many: number }[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const pair = {
      few: await timed(() => atOnce(coOccurrences([few]))),
      many: await timed(() => atOnce(coOccurrences([many]))),
    };
    // The first pair warms up.
    if (run > 0) pairs.push(pair);
  }
  return {
    codings: MANY,
    find: median(pairs.map(({ many: figure }) => figure)),
    growth: median(pairs.map(pair => pair.many / pair.few)),
  };
}

function codings(count: number): Coded[] {
  const random = seeded(11);
  return Array.from({ length: count }, () => {
    const start = below(random, count * DISTANCE);
    const end = start + 20 + below(random, LENGTH);
    return { code: `code-${below(random, CODES)}`, span: { start, end }, participants: [`P${below(random, 20)}`] };
  });
}
