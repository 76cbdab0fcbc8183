/** A stretch of days, both included, as texts that compare as the days do. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

const DAY = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
/** A date as files have it, with or without a time of day behind it. */
const WRITTEN = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:$|[T\s])/;

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
  const found = WRITTEN.exec(date?.trim() ?? '');
  return found === null ? undefined : daysOf(found[1] as string);
}

/** Whether all of the days are among those asked for. */
export function isAmong(days: Days | undefined, asked: Days): boolean {
  return days !== undefined && days.first >= asked.first && days.last <= asked.last;
}
