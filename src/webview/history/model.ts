import type { TimelineRow } from '../../core/review/timeline.js';
import { filled } from '../common/filled.js';
import type { HistoryTexts, ToPage } from './protocol.js';

export type ShownTimeline = Extract<ToPage, { type: 'timeline' }>;

/** Date and minute as they were written down; the word for what is not saved yet where there is none. */
export function dateOf({ saved }: TimelineRow, texts: HistoryTexts): string {
  return saved === undefined ? texts.notSaved : shortDate(saved.date);
}

/** `2026-03-02T10:03:11Z` as `2026-03-02 10:03`. */
export function shortDate(date: string): string {
  return date.slice(0, 16).replace('T', ' ');
}

/** What a version is called: its message. */
export function messageOf({ saved }: TimelineRow, texts: HistoryTexts): string {
  return saved === undefined ? '' : saved.subject || texts.noMessage;
}

/** A version in a sentence, as a screen reader says it. */
export function described({ timeline, texts }: ShownTimeline, version: number): string {
  const row = timeline.rows[version];
  if (row === undefined) return '';
  const { saved, codings, codes, themes } = row;
  const words = [dateOf(row, texts), saved?.author ?? '', messageOf(row, texts)];
  return filled(texts.version, ...words, codings, codes, themes);
}
