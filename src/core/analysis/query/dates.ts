/** A stretch of days, both included, as texts that compare as the days do. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

const DAY = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
/** A date as files have it, without a time of day and with one. */
const WRITTEN = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const WITH_TIME = /^\d{4}-\d{2}-\d{2}[T\s]/;

/** The days of a year (`2026`), a month (`2026-03`) or a day (`2026-03-02`). */
function daysOf(date: string): Days {
  return { first: `${date}-00-00`.slice(0, 10), last: `${date}-99-99`.slice(0, 10) };
}

/**
 * What a date in a question stands for: a day, a month or a year, or a range of them (`2026-01..2026-03`, `..2026`, `2026..`).
 * @returns undefined where it is none of these
 */
export function daysAsked(value: string): Days | undefined {
  const [from = '', to, ...more] = value.trim().split('..');
  const parts = to === undefined ? [from] : [from, to];
  if (more.length > 0 || parts.every(part => part === '')) return undefined;
  if (parts.some(part => part !== '' && !DAY.test(part))) return undefined;
  const end = to ?? from;
  const days = {
    first: from === '' ? '' : daysOf(from).first,
    last: end === '' ? '9999-99-99' : daysOf(end).last,
  };
  return days.first > days.last ? undefined : days;
}

/** The days that a date in a file stands for; undefined where it is not written as ISO 8601 has it. */
export function daysWritten(date: string | undefined): Days | undefined {
  const written = date?.trim() ?? '';
  if (WITH_TIME.test(written)) return daysOf(written.slice(0, 10));
  return WRITTEN.test(written) ? daysOf(written) : undefined;
}

/** Whether all of a date in a file is among the days asked for; never where it is not written as ISO 8601 has it. */
export function isAmong(date: string | undefined, { first, last }: Days): boolean {
  const written = date?.trim() ?? '';
  // Nearly all are to the second: behind the day they have a letter or blank, so that texts compare as the days do.
  if (WITH_TIME.test(written)) return written >= first && (written < last || written.startsWith(last));
  const days = daysWritten(written);
  return days !== undefined && days.first >= first && days.last <= last;
}
