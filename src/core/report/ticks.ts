/** A mark on an axis. */
export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** Whole numbers from 0 to at least `most`, about as many as asked for. */
export function countTicks(most: number, about: number): Tick[] {
  const rough = Math.max(1, most / Math.max(1, about));
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(factor => factor * power).find(size => size >= rough) ?? rough;
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, i) => ({ value: i * step, label: String(i * step) }));
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Steps within a day and of whole days, in milliseconds. */
const STEPS = [1, 5, 15, 30]
  .map(n => n * MINUTE)
  .concat(
    [1, 3, 6, 12].map(n => n * HOUR),
    [1, 2, 7, 14].map(n => n * DAY),
  );
/** Longer steps, in months. */
const MONTHS = [1, 3, 6, 12, 24, 60, 120];
/** A Monday, in milliseconds since 1970: where weeks are counted from. */
const MONDAY = 4 * DAY;
/** So long is a month at most, in days. */
const LONGEST_MONTH = 31;

/**
 * Times that people count by (hours, days, months, years) between two times, no more than asked for; labelled in numbers, which
 * need no translation.
 * @param from in milliseconds since 1970, like all times here; counted in UTC
 */
export function timeTicks(from: number, to: number, most: number): Tick[] {
  const span = to - from;
  const step = STEPS.find(size => span / size <= most);
  if (step === undefined) return monthTicks(from, to, most);
  const origin = step > DAY ? MONDAY : 0;
  const ticks: Tick[] = [];
  for (let at = Math.ceil((from - origin) / step) * step + origin; at <= to; at += step) {
    const iso = new Date(at).toISOString();
    const hour = iso.slice(span > DAY ? 5 : 11, 16).replace('T', ' ');
    ticks.push({ value: at, label: step < DAY ? hour : iso.slice(0, 10) });
  }
  return ticks;
}

function monthTicks(from: number, to: number, most: number): Tick[] {
  const span = to - from;
  const step = MONTHS.find(size => span / (size * LONGEST_MONTH * DAY) <= most) ?? (MONTHS.at(-1) as number);
  const ticks: Tick[] = [];
  const start = new Date(from);
  const first = start.getUTCFullYear() * 12 + start.getUTCMonth();
  for (let month = Math.floor(first / step) * step; ; month += step) {
    const at = Date.UTC(Math.floor(month / 12), month % 12);
    if (at > to) return ticks;
    const label = new Date(at).toISOString().slice(0, step < 12 ? 7 : 4);
    if (at >= from) ticks.push({ value: at, label });
  }
}
