import type { StudyHistory, Version } from '../../core/review/historyModel.js';
import { Refusal } from '../refusal.js';

/** Which versions are wanted. */
export interface Wanted {
  /** In milliseconds since 1970. */
  readonly since?: number;
  readonly limit?: number;
}

/**
 * Reads `--since` and `--limit`.
 * @throws Refusal where one of them is not a date or a number
 */
export function wantedOf(since: string | undefined, limit: string | undefined): Wanted {
  const time = since === undefined ? undefined : Date.parse(since);
  if (since !== undefined && (!/^\d{4}-\d{2}-\d{2}/.test(since) || Number.isNaN(time))) {
    throw new Refusal('arguments', `“${since}” is no date.`, 'Write it as 2026-03-02.');
  }
  const count = limit === undefined ? undefined : Number(limit);
  if (count !== undefined && !(Number.isInteger(count) && count > 0)) {
    throw new Refusal('arguments', `“${limit}” is no number of versions.`, 'Write a whole number from 1 on.');
  }
  return { ...(time === undefined ? {} : { since: time }), ...(count === undefined ? {} : { limit: count }) };
}

/** The wanted versions, the newest first; what is not saved yet is newer than all. */
export function select({ versions }: StudyHistory, { since, limit }: Wanted): Version[] {
  const fitting = versions.filter(({ commit }) => isSince(commit?.date, since));
  return fitting.toReversed().slice(0, limit);
}

/** Whether something of a date is wanted; what has none is. */
export function isSince(date: string | undefined, since: number | undefined): boolean {
  return since === undefined || date === undefined || Date.parse(date) >= since;
}
