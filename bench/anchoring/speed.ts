import type { Anchored } from '../../src/core/coding/coding.js';
import { anchorOf } from '../../src/core/coding/create.js';
import { median } from '../measure.js';
import { seeded } from '../random.js';
import { allAtOnce } from './edits/together.js';
import { Excerpts } from './excerpts.js';
import { ours } from './methods/ours.js';
import { transcript } from './transcripts.js';
import { type Version, versionOf } from './version.js';

const TRANSCRIPTS = 60;
const CODINGS = 5_000;
const PAIRS = 5;
const TIMES = 4;
const FEW = 100;
const WORDS = 3_000;

/** What finding codings again costs. Milliseconds, and how many times as long four times as much takes. */
export interface Speed {
  readonly transcripts: number;
  readonly codings: number;
  /** All of them, one after the other. */
  readonly all: number;
  /** The longest that nothing else can run, where others may between two codings: the first coding of a transcript is the dearest. */
  readonly longest: number;
  /** Four times the codings of one transcript. */
  readonly growth: number;
  /** As many codings in a text four times as long. */
  readonly textGrowth: number;
}

/** Finds 5,000 codings again in 60 transcripts in which everything was edited; and some more in more text. */
export function measureSpeed(): Speed {
  const works = Array.from({ length: TRANSCRIPTS }, (_, number) => workOf(number, Math.ceil(CODINGS / TRANSCRIPTS)));
  // Twice, and the shorter time of each: what is timed is neither the compiler of the JavaScript engine nor another program.
  const [once, again] = [works.flatMap(resolved), works.flatMap(resolved)];
  const stretches = once.map((took, i) => Math.min(took, again[i] ?? took));
  const [few, many, long] = [workOf(0, FEW, WORDS), workOf(0, FEW * TIMES, WORDS), workOf(0, FEW, WORDS * TIMES)];
  const pairs = Array.from({ length: PAIRS }, () => [few, many, long].map(work => sum(resolved(work))));
  const ratio = (which: number): number => median(pairs.map(times => (times[which] ?? 0) / (times[0] ?? 1)));
  return {
    transcripts: TRANSCRIPTS,
    codings: works.reduce((total, { records }) => total + records.length, 0),
    all: sum(stretches),
    longest: Math.max(...stretches),
    growth: ratio(1),
    textGrowth: ratio(2),
  };
}

interface Work {
  readonly first: Version;
  readonly now: Version;
  readonly records: readonly Required<Anchored>[];
}

/** @param words how long the transcript is; as it comes where it is left out */
function workOf(number: number, codings: number, words?: number): Work {
  const document = transcript(7, number, words);
  const random = seeded(number);
  const first = versionOf(document);
  const now = versionOf(allAtOnce.apply(document, random));
  const excerpts = new Excerpts(document, first, random);
  const records = Array.from({ length: codings }, () =>
    anchorOf(first.points, excerpts.draw(() => true).span, first.base),
  );
  return { first, now, records };
}

/** How long each coding took; the first one has what is done once for a text. */
function resolved({ first, now, records }: Work): number[] {
  let start = performance.now();
  const place = ours.prepare(first, now);
  return records.map(record => {
    place(record);
    const end = performance.now();
    const took = end - start;
    start = end;
    return took;
  });
}

const sum = (figures: readonly number[]): number => figures.reduce((total, one) => total + one, 0);
