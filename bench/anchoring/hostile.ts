import { anchorOf } from '../../src/core/coding/create.js';
import { CodePoints } from '../../src/core/text/codePoints.js';
import { median } from '../measure.js';
import { seeded } from '../random.js';
import { ours, oursWithoutGit } from './methods/ours.js';
import { english } from './prose/english.js';
import { Speech } from './prose/speech.js';

const MEGABYTE = 1_000_000;
const RUNS = 3;

/** How long a text made to be slow takes, as often as splitting a megabyte of speech into words in the same run. */
export interface Hostile {
  readonly name: string;
  readonly ratio: number;
  /** The same where the version that was coded is not known. */
  readonly ratioWithoutGit: number;
}

interface Attack {
  readonly name: string;
  readonly first: string;
  readonly now: string;
  /** UTF-16 offsets into the first version. */
  readonly quotes: readonly (readonly [start: number, end: number])[];
}

/** Finds a few codings again in texts that nobody writes. */
export function measureHostile(): Hostile[] {
  const speech = prose(1);
  const attacks: readonly Attack[] = [
    {
      name: 'a megabyte of one letter',
      first: 'a'.repeat(MEGABYTE),
      now: `${'a'.repeat(MEGABYTE / 2)}b${'a'.repeat(MEGABYTE / 2 - 300)}`,
      quotes: [
        [0, 50],
        [MEGABYTE / 2, MEGABYTE / 2 + 2_000],
        [MEGABYTE - 400, MEGABYTE],
      ],
    },
    {
      name: 'one word 200,000 times',
      first: 'word '.repeat(200_000),
      now: `${'word '.repeat(99_900)}another ${'word '.repeat(100_000)}`,
      quotes: [
        [0, 4],
        [500_000, 502_499],
        [999_000, 999_004],
      ],
    },
    {
      name: 'a quote of 20,000 characters',
      first: speech,
      now: speech.replaceAll(' the ', ' a '),
      quotes: [
        [1_000, 21_000],
        [400_000, 420_000],
      ],
    },
    {
      name: 'another text altogether',
      first: speech,
      now: prose(2),
      quotes: [
        [1_000, 1_060],
        [500_000, 500_900],
        [900_000, 905_000],
      ],
    },
  ];
  const yardstick = (): number => took(() => speech.match(/[\p{L}\p{N}]+/gu));
  const ratio = (attack: Attack, method: typeof ours): number =>
    median(Array.from({ length: RUNS }, () => took(() => find(attack, method)) / yardstick()));
  yardstick();
  return attacks.map(attack => ({
    name: attack.name,
    ratio: ratio(attack, ours),
    ratioWithoutGit: ratio(attack, oursWithoutGit),
  }));
}

function find({ first, now, quotes }: Attack, method: typeof ours): void {
  const before = new CodePoints(first);
  const place = method.prepare(
    { points: before, base: '0'.repeat(12) },
    { points: new CodePoints(now), base: '1'.repeat(12) },
  );
  for (const [start, end] of quotes) {
    place(anchorOf(before, { start: before.fromUtf16(start), end: before.fromUtf16(end) }, '0'.repeat(12)));
  }
}

/** A megabyte of what people say. */
function prose(seed: number): string {
  const speech = new Speech(english, seeded(seed));
  let text = '';
  while (text.length < MEGABYTE) text += `${speech.answer(3)}\n\n`;
  return text.slice(0, MEGABYTE);
}

function took(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
