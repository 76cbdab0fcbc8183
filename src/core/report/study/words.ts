import type { ReportSources } from './sources.js';

/** “A, B and C” */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** The day of a time: `2026-03-02`. */
export const dayOf = (time: string): string => time.slice(0, 10);

/** “2026-03-02 to 2026-04-01”, or the one day; empty where there is none. */
export function period(from: string | undefined, to: string | undefined): string {
  if (from === undefined || to === undefined) return from ?? to ?? '';
  return from === to ? from : `${from} to ${to}`;
}

/** “1 person”, “2 people”. */
export const peopleCount = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

/** What a study is called. */
export function titleOf({ corpus, publicText }: Pick<ReportSources, 'corpus' | 'publicText'>): string {
  return publicText(corpus.study.config.title ?? corpus.study.codebook.title ?? 'Study');
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** A small number as a word, a larger one in digits. */
export const inWords = (count: number): string => SMALL[count] ?? String(count);
