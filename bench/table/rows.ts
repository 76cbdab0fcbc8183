import type { Changing } from '../changing.js';
import type { Looking } from '../looking.js';
import type { Opening } from '../opening.js';
import { type PieceCost, worstGrowth } from '../pieces.js';
import type { Size } from '../sizes.js';
import { megabytes, ms, type Row } from './row.js';

/** Below this many codings a study opens in a moment that consists of overheads; its ratios say nothing. */
export const SMALLEST_JUDGED = 4_000;

/** What was measured at one size. */
export interface Measured {
  readonly size: Size;
  readonly codingBytes: number;
  readonly opening: Opening;
  readonly changing: Changing;
  readonly looking: Looking;
}

type Part<Key extends keyof Measured> = readonly Pick<Measured, 'size' | 'codingBytes' | Key>[];

/** Opening, beside reading and parsing the same bytes; and what is in memory then. */
export function openingRows(all: Part<'opening'>): Row[] {
  const judged = all.filter(isJudged);
  const most = (figure: (opening: Opening) => number): number =>
    Math.max(...judged.map(({ opening }) => figure(opening)));
  const last = judged.at(-1);
  return [
    { work: 'read and JSON.parse the coding lines', figures: by(all, ({ opening }) => ms(opening.warm.baseline)) },
    row(
      'open a study, index ready',
      by(all, ({ opening }) => ms(opening.warm.open)),
      {
        ...{ found: most(({ warm }) => warm.ratio), limit: 1.5, unit: '× that' },
      },
    ),
    { work: 'the same in a new process', figures: by(all, ({ opening }) => ms(opening.cold.baseline)) },
    row(
      'open it cold, in a new process',
      by(all, ({ opening }) => ms(opening.cold.open)),
      {
        ...{ found: most(({ cold }) => cold.ratio), limit: 4, unit: '× that' },
      },
    ),
    row(
      'transcripts read on opening',
      by(all, ({ opening }) => String(opening.transcriptsRead)),
      {
        ...{ found: Math.max(...all.map(({ opening }) => opening.transcriptsRead)), limit: 0, unit: '' },
      },
    ),
    row(
      'memory, study open',
      by(all, ({ opening }) => megabytes(opening.heap)),
      {
        ...{
          found: (last?.opening.heap ?? Number.NaN) / (last?.codingBytes ?? Number.NaN),
          limit: 4,
          unit: '× the codings',
        },
      },
    ),
  ];
}

/** What changing a coding costs at the largest size beside the smallest; what one file has more of codings is taken out of it. */
export function changingRows(all: Part<'changing'>): Row[] {
  const perFile = ({ size }: { size: Size }): number => size.codings / size.transcripts;
  const rowOf = (work: string, figure: (changing: Changing) => number, shown: (figure: number) => string): Row =>
    growing(work, all, ({ changing }) => figure(changing), { shown, perUnit: perFile });
  const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
  return [
    ...(['add', 'change', 'remove'] as const).map(act =>
      rowOf(`${act} a coding: index, views, file on disk`, ({ onDisk }) => onDisk[act], ms),
    ),
    ...(['add', 'change', 'remove'] as const).map(act =>
      rowOf(`${act} a coding, without the disk`, ({ inMemory }) => inMemory[act], ms),
    ),
    rowOf('bytes written for it', ({ bytesPerAct }) => bytesPerAct, kilobytes),
  ];
}

/** What looking costs: at one transcript, whatever the study around it is; and at all excerpts of a code. */
export function lookingRows(all: Part<'looking'>): Row[] {
  const perTranscript = ({ looking }: { looking: Looking }): number => looking.codings;
  const growth = all.filter(isJudged).at(-1)?.looking.excerptGrowth ?? Number.NaN;
  return [
    { work: 'redraw the tree', figures: by(all, ({ looking }) => ms(looking.tree)) },
    { work: 'open one code in the tree', figures: by(all, ({ looking }) => ms(looking.uses)) },
    { work: 'open a transcript with its codings', figures: by(all, ({ looking }) => ms(looking.open)) },
    growing('highlights of the transcript', all, ({ looking }) => looking.highlights, {
      shown: ms,
      perUnit: perTranscript,
    }),
    growing('hover over a passage', all, ({ looking }) => looking.hover, { shown: ms, perUnit: perTranscript }),
    {
      work: 'excerpts of a code, and how many',
      figures: by(all, ({ looking }) => `${ms(looking.excerpts)} ${looking.excerptCount}`),
    },
    row('  one excerpt, where a code has twice as many', new Map(), { found: growth, limit: 1.2, unit: '× as long' }),
  ];
}

/** What grows with the codings is held to growing hardly faster than they do. */
export function doublingRow(work: string, costs: readonly PieceCost[]): Row {
  const dearest = ms(Math.max(...costs.map(({ all }) => all)));
  return row(work, new Map([['M', dearest]]), {
    ...{ found: worstGrowth(costs) / 2, limit: 1.2, unit: '× in proportion' },
  });
}

function growing<T extends { size: Size }>(
  work: string,
  all: readonly T[],
  figure: (one: T) => number,
  { shown, perUnit }: { shown: (figure: number) => string; perUnit: (one: T) => number },
): Row {
  const judged = all.filter(isJudged);
  const [first, last] = [judged[0], judged.at(-1)];
  const figures = by(all, one => shown(figure(one)));
  if (first === undefined || last === undefined || first === last) return { work, figures };
  const found = figure(last) / figure(first) / (perUnit(last) / perUnit(first));
  return row(work, figures, { found, limit: 1.3, unit: `× ${first.size.name}` });
}

function row(work: string, figures: ReadonlyMap<string, string>, judged: Row['judged']): Row {
  return judged === undefined || !Number.isFinite(judged.found) ? { work, figures } : { work, figures, judged };
}

function by<T extends { size: Size }>(all: readonly T[], shown: (one: T) => string): ReadonlyMap<string, string> {
  return new Map(all.map(one => [one.size.name, shown(one)]));
}

function isJudged({ size }: { size: Size }): boolean {
  return size.codings >= SMALLEST_JUDGED;
}
