import type { PALETTE } from '../codebook/colors.js';
import type { StudyHistory, Version } from './historyModel.js';
import type { Lives } from './lives.js';

/** A version as a line of the timeline. */
export interface TimelineRow {
  /** Index in `StudyHistory.versions`. */
  readonly version: number;
  /** Missing: not saved yet. */
  readonly saved?: {
    readonly id: string;
    /** ISO 8601, UTC. */
    readonly date: string;
    readonly author: string;
    readonly subject: string;
  };
  readonly isMain: boolean;
  readonly isMerge: boolean;
  /** How many changes it made. */
  readonly changes: number;
  readonly codings: number;
  readonly codes: number;
  readonly themes: number;
  /** Transcripts that have a coding. */
  readonly transcripts: number;
  /** Codings of each coder, in the order of `Timeline.coders`. */
  readonly byCoder: readonly number[];
  /** Codings of each theme, in the order of `Timeline.themes`. */
  readonly byTheme: readonly number[];
}

/** What the picture stacks: a coder, or an outermost theme under its last title. */
export interface TimelineSeries {
  /** A coder's name, or the last id of a theme; empty for codings in no theme, `.others` for what is too little to be shown by itself. */
  readonly key: string;
  readonly label: string;
  /** A palette name or `#rrggbb`. */
  readonly color: string;
}

/** The analysis over its versions. */
export interface Timeline {
  /** Older ones before those made on them. */
  readonly rows: readonly TimelineRow[];
  readonly coders: readonly TimelineSeries[];
  readonly themes: readonly TimelineSeries[];
}

/** What series without a name of their own are called. */
export interface SeriesNames {
  readonly noTheme: string;
  readonly others: string;
}

/** More could not be told apart. */
const MOST_SERIES = 8;
export const OTHERS = '.others';
/** In this order neighbours differ most. */
const SERIES_COLORS = [
  'blue',
  'orange',
  'green',
  'purple',
  'red',
  'teal',
  'pink',
  'lime',
] as const satisfies readonly (typeof PALETTE)[number][];

/** Draws the figures of all versions together. */
export function timelineOf(history: StudyHistory, lives: Lives, names: SeriesNames): Timeline {
  const lastId = (theme: string): string => (theme === '' ? '' : (lives.of(theme)?.last.id ?? theme));
  const byCoder = history.versions.map(({ figures }) => figures.byCoder);
  const byTheme = history.versions.map(({ figures }) => joined(figures.byTheme, lastId));
  const coders = chosen(byCoder);
  const themes = chosen(byTheme);
  return {
    rows: history.versions.map((version, i) => ({
      ...rowOf(version, i),
      byCoder: coders.map(key => countOf(key, coders, byCoder[i])),
      byTheme: themes.map(key => countOf(key, themes, byTheme[i])),
    })),
    coders: coders.map((key, i) =>
      key === OTHERS
        ? { key, label: names.others, color: 'grey' }
        : { key, label: key, color: SERIES_COLORS[i % SERIES_COLORS.length] ?? 'blue' },
    ),
    themes: themeSeries(themes, lives, history, names),
  };
}

/** Themes with the colours the codebook gave them last; those without one get what is left of the palette. */
function themeSeries(
  keys: readonly string[],
  lives: Lives,
  history: StudyHistory,
  names: SeriesNames,
): TimelineSeries[] {
  const written = new Map<string, string>();
  for (const { nodes } of history.structures) {
    for (const { id, kind, color } of nodes) {
      if (kind === 'theme' && color !== undefined) written.set(lives.of(id)?.last.id ?? id, color);
    }
  }
  const taken = new Set(keys.map(key => written.get(key)));
  const free = SERIES_COLORS.filter(color => !taken.has(color));
  let next = 0;
  return keys.map(key => {
    if (key === OTHERS || key === '') return { key, label: key === '' ? names.noTheme : names.others, color: 'grey' };
    const color = written.get(key) ?? free[next++ % Math.max(1, free.length)] ?? 'blue';
    return { key, label: lives.of(key)?.last.title ?? key, color };
  });
}

function rowOf({ commit, isMain, isMerge, told, figures }: Version, version: number) {
  const saved = commit && { id: commit.id, date: commit.date, author: commit.author, subject: commit.subject };
  const { codings, codes, themes, transcripts } = figures;
  return {
    version,
    ...(saved === undefined ? {} : { saved }),
    ...{ isMain, isMerge, changes: told.length, codings, codes, themes, transcripts },
  };
}

/** Counts under the ids that themes have in the end. */
function joined(counts: ReadonlyMap<string, number>, lastId: (id: string) => string): Map<string, number> {
  const all = new Map<string, number>();
  for (const [id, count] of counts) all.set(lastId(id), (all.get(lastId(id)) ?? 0) + count);
  return all;
}

/** The series to be shown, in the order they appeared, those without a name of their own behind them. */
function chosen(counts: readonly ReadonlyMap<string, number>[]): string[] {
  const most = new Map<string, number>();
  for (const version of counts) {
    for (const [key, count] of version) most.set(key, Math.max(most.get(key) ?? 0, count));
  }
  const named = [...most.keys()].filter(key => key !== '');
  const largest = named.toSorted((a, b) => (most.get(b) ?? 0) - (most.get(a) ?? 0)).slice(0, MOST_SERIES);
  const kept = new Set(named.length > MOST_SERIES ? largest.slice(0, MOST_SERIES - 1) : largest);
  return [
    ...named.filter(key => kept.has(key)),
    ...(kept.size < named.length ? [OTHERS] : []),
    ...(most.has('') ? [''] : []),
  ];
}

function countOf(key: string, shown: readonly string[], counts: ReadonlyMap<string, number> = new Map()): number {
  if (key !== OTHERS) return counts.get(key) ?? 0;
  let rest = 0;
  for (const [name, count] of counts) if (!shown.includes(name)) rest += count;
  return rest;
}
