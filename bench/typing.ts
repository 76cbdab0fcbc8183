import { Anchors } from '../src/core/anchoring/anchors.js';
import { FollowedRecords, type Keyed } from '../src/core/anchoring/followedRecords.js';
import { anchorOf } from '../src/core/coding/create.js';
import { CodePoints } from '../src/core/text/codePoints.js';
import type { TextChange } from '../src/core/text/textChange.js';
import { median, timed } from './measure.js';
import { below, seeded } from './random.js';

/** Codings of one transcript of so many words. */
const FEW = 500;
const MANY = 2_000;
const WORDS = 12_000;
const RUNS = 9;
/** Letters that are typed in a run, and places that are replaced at once. */
const LETTERS = 100;
const PLACES = 1_000;

/** What following edits costs in a long transcript, in milliseconds. */
export interface TypingFigures {
  readonly codings: number;
  /** One letter, all codings asked afterwards where they are. */
  readonly letter: number;
  /** How many times as long as a plain look at every character of the text. */
  readonly letterToPass: number;
  /** How many times as long four times the codings take. */
  readonly growth: number;
  /** Taking back all letters at once. */
  readonly undo: number;
  /** A thousand places replaced at once. */
  readonly replaceAll: number;
}

/** Measures few and many codings in turn and takes the middle of the runs. */
export async function measureTyping(): Promise<TypingFigures> {
  const text = transcript();
  const runs: { pass: number; few: Run; many: Run }[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const figures = {
      pass: await timed(() => lookAt(text)),
      few: await typeIn(text, FEW),
      many: await typeIn(text, MANY),
    };
    // The first run warms up.
    if (run > 0) runs.push(figures);
  }
  const middle = (figure: (run: (typeof runs)[number]) => number): number => median(runs.map(figure));
  return {
    codings: FEW,
    letter: middle(({ few }) => few.letter),
    letterToPass: middle(({ few, pass }) => few.letter / pass),
    growth: middle(({ few, many }) => many.letter / few.letter),
    undo: middle(({ few }) => few.undo),
    replaceAll: middle(({ few }) => few.replaceAll),
  };
}

interface Run {
  readonly letter: number;
  readonly undo: number;
  readonly replaceAll: number;
}

async function typeIn(text: string, count: number): Promise<Run> {
  const records = new FollowedRecords(text);
  const keyed = codings(records.points, count);
  records.settle(keyed, new Anchors(records.points, '000000000000'));
  const look = (): void => {
    for (const { key } of keyed) records.where(key);
  };
  const at = text.length >> 1;
  let now = text;
  const letters = await timed(() => {
    for (let i = 0; i < LETTERS; i++) {
      now = `${now.slice(0, at + i)}x${now.slice(at + i)}`;
      records.change([{ start: at + i, end: at + i, text: 'x' }], now);
      look();
    }
  });
  const undo = await timed(() => {
    records.change([{ start: at, end: at + LETTERS, text: '' }], text);
    look();
  });
  const { changes, after } = replacements(text);
  const replaceAll = await timed(() => {
    records.change(changes, after);
    look();
  });
  return { letter: letters / LETTERS, undo, replaceAll };
}

function codings(points: CodePoints, count: number): Keyed[] {
  const random = seeded(23);
  return Array.from({ length: count }, (_, i) => {
    const start = below(random, points.length - 300);
    const record = anchorOf(points, { start, end: start + 20 + below(random, 250) }, '000000000000');
    return { key: `codings/EA/transcripts/pp-01.jsonl ${i}`, record };
  });
}

/** A thousand names replaced, from the last to the first, as an editor tells it. */
function replacements(text: string): { changes: TextChange[]; after: string } {
  const changes: TextChange[] = [];
  const parts: string[] = [];
  const step = Math.floor(text.length / PLACES);
  for (let i = 0; i < PLACES; i++) {
    changes.unshift({ start: i * step, end: i * step + 4, text: '[name]' });
    parts.push('[name]', text.slice(i * step + 4, i === PLACES - 1 ? undefined : (i + 1) * step));
  }
  return { changes, after: parts.join('') };
}

function transcript(): string {
  const random = seeded(7);
  const words = Array.from({ length: WORDS }, (_, i) => {
    const word = String.fromCharCode(97 + below(random, 26)).repeat(1 + below(random, 8));
    return i % 60 === 0 ? `\n\n**PP${1 + below(random, 3)}:** ${word}` : word;
  });
  return words.join(' ');
}

/** The yardstick: what any program does that has to know a text. */
function lookAt(text: string): number {
  return new CodePoints(text).length;
}
