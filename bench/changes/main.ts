import { atMost, type Gate } from '../gates.js';
import { printGates } from '../report.js';
import { withChanges, withRefreshedAnchors, withRewordedPassages } from './edits.js';
import { type Cost, measureCost } from './measure.js';
import { CODINGS, codebook, codedTranscripts, stateOf, TRANSCRIPTS } from './study.js';

const MANY = 5000;
const FEW = 1000;
/** Five times the changes: in proportion would be 5 at most, squared 25. */
const GROWTH_LIMIT = 7;
/** All of it, beside reading and parsing the lines of the files in which something changed. */
const PARSE_LIMIT = 12;
/** The longest piece, as a share of the whole. */
const PIECE_LIMIT = 0.15;
/** What has to be aligned with another version is one transcript's at a time. */
const ALIGNED_PIECE_LIMIT = 0.05;

/**
 * What telling 5,000 changes among 20,000 codings of 200 transcripts costs: prints a table and gates.
 * @returns the exit code: 1 where a gate is broken
 */
export async function changes(): Promise<number> {
  const transcripts = codedTranscripts();
  const before = stateOf(codebook(), transcripts);
  const measure = (after: typeof transcripts): Promise<Cost> =>
    measureCost(before, stateOf(codebook(), after, [before]));
  const few = await measure(withChanges(transcripts, FEW));
  const many = await measure(withChanges(transcripts, MANY));
  const refreshed = await measure(withRefreshedAnchors(transcripts, MANY));
  const reworded = await measure(withRewordedPassages(transcripts));
  console.log(`Coding changes, among ${CODINGS} codings of ${TRANSCRIPTS} transcripts\n`);
  console.log(row(`${FEW} codings changed`, few));
  console.log(row(`${MANY} codings changed`, many));
  console.log(row(`${MANY} anchors refreshed, every transcript edited`, refreshed));
  console.log(row(`${TRANSCRIPTS} passages reworded and confirmed`, reworded));
  console.log();
  return printGates(changesGates(few, many, refreshed, reworded)) ? 0 : 1;
}

function row(work: string, { changes: count, all, longest, baseline }: Cost): string {
  const ms = (figure: number): string => `${figure.toFixed(1)} ms`;
  return `  ${work.padEnd(48)} ${ms(all).padStart(10)}, longest piece ${ms(longest)}, ${count} changes told; the lines parsed alone: ${ms(baseline)}`;
}

/** The gates: ratios within one run, never milliseconds. */
export function changesGates(few: Cost, many: Cost, refreshed: Cost, reworded: Cost): Gate[] {
  const share = ({ longest, all }: Cost): number => longest / all;
  return [
    atMost(`five times the changed codings take at most ${GROWTH_LIMIT} × the time`, many.all / few.all, GROWTH_LIMIT),
    atMost(
      `telling ${MANY} changes costs at most ${PARSE_LIMIT} × reading and parsing the lines`,
      many.all / many.baseline,
      PARSE_LIMIT,
    ),
    atMost(`the longest piece of it is at most ${PIECE_LIMIT} of the whole`, share(many), PIECE_LIMIT),
    atMost(`where anchors were refreshed, at most ${PIECE_LIMIT}`, share(refreshed), PIECE_LIMIT),
    atMost(`where versions have to be aligned, at most ${ALIGNED_PIECE_LIMIT}`, share(reworded), ALIGNED_PIECE_LIMIT),
  ];
}
