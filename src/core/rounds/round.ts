import { compareTexts } from '../text/compare.js';
import type { RoundsFile } from './file.js';
import type { Closing, Opening } from './record.js';

/** A blind round: some coders code the same transcripts, and none sees what the others do until done. */
export interface Round {
  /** Id of the opening. */
  readonly id: string;
  readonly name: string;
  /** Who opened it, who need not take part. */
  readonly by: string;
  readonly coders: readonly string[];
  readonly transcripts: readonly string[];
  /** When it was opened, as claimed. */
  readonly created: string;
  /** The first closing of each coder who is done. */
  readonly closings: ReadonlyMap<string, Closing>;
}

/** Whether a coder takes part in a round and is not done. */
export function isOpenFor(round: Round, coder: string): boolean {
  return round.coders.includes(coder) && !round.closings.has(coder);
}

/** Whether anybody is still at it. */
export function isOpen(round: Round): boolean {
  return round.coders.some(coder => isOpenFor(round, coder));
}

/** The rounds that files tell of, in the order they were opened. Where an opening stands twice, the first in order counts. */
export function roundsIn(files: Iterable<RoundsFile>): Round[] {
  const all = [...files].sort((a, b) => compareTexts(a.path, b.path));
  const openings = new Map<string, { opening: Opening; by: string }>();
  const closings = new Map<string, Map<string, Closing>>();
  for (const { coder, records } of all) {
    for (const record of records) {
      if (record.does === 'open') {
        if (!openings.has(record.id)) openings.set(record.id, { opening: record, by: coder });
        continue;
      }
      const ofRound = closings.get(record.of) ?? new Map<string, Closing>();
      closings.set(record.of, ofRound);
      if (!ofRound.has(coder)) ofRound.set(coder, record);
    }
  }
  return [...openings.values()]
    .map(({ opening: { id, round: name, coders, transcripts, created }, by }) => ({
      id,
      name,
      by,
      coders: [...new Set(coders)],
      transcripts: [...new Set(transcripts)],
      created,
      closings: new Map([...(closings.get(id) ?? [])].filter(([coder]) => coders.includes(coder))),
    }))
    .sort((a, b) => compareTexts(a.created, b.created) || compareTexts(a.id, b.id));
}
