import type { Timeline, TimelineRow, TimelineSeries } from '../review/timeline.js';
import type { TimelineFigures } from './timelineLayout.js';

/** What the areas of the picture stand for. */
export type StackBy = 'coder' | 'theme';

/** What the picture calls its two lines. */
export interface LineNames {
  readonly codes: string;
  readonly themes: string;
}

/** The coders or the themes, whichever are stacked. */
export function seriesOf(timeline: Timeline, by: StackBy): readonly TimelineSeries[] {
  return by === 'coder' ? timeline.coders : timeline.themes;
}

/**
 * The figures to be drawn: those of the main line, on which a merge brings in at once what was made beside it. The dates of authors may go
 * back in time (a rebase keeps them); on the axis nothing does.
 * @param now in milliseconds since 1970: where what is not saved yet stands
 */
export function figuresToDraw(timeline: Timeline, by: StackBy, names: LineNames, now: number): TimelineFigures {
  const rows = timeline.rows.filter(({ isMain }) => isMain);
  const values = (row: TimelineRow, i: number): number => (by === 'coder' ? row.byCoder : row.byTheme)[i] ?? 0;
  let latest = Number.NEGATIVE_INFINITY;
  const at = new Map<TimelineRow, number>();
  for (const row of rows) {
    latest = Math.max(latest, timeOf(row, now));
    at.set(row, latest);
  }
  return {
    times: rows.map(row => at.get(row) ?? now),
    moments: timeline.rows.map(row => at.get(row) ?? timeOf(row, now)),
    series: seriesOf(timeline, by).map(({ key, label }, i) => ({
      key,
      label,
      values: rows.map(row => values(row, i)),
    })),
    lines: [
      { key: 'codes', label: names.codes, values: rows.map(({ codes }) => codes) },
      { key: 'themes', label: names.themes, values: rows.map(({ themes }) => themes) },
    ],
  };
}

function timeOf({ saved }: TimelineRow, now: number): number {
  const time = saved === undefined ? now : Date.parse(saved.date);
  return Number.isNaN(time) ? 0 : time;
}
