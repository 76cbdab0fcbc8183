import type { Coding } from '../coding/coding.js';
import { formatRecord } from '../coding/line.js';
import type { Note } from '../reading/record.js';
import type { PlaceInCodings } from '../study/layout.js';
import type { Anchors } from './anchors.js';
import { withAnchor } from './reanchor.js';

/** What a refresh comes to, in codings and notes. */
export interface RefreshFigures {
  /** How many get today's place and version. */
  readonly moved: number;
  /** How many of them keep a quote that is older than their place, because the wording changed. */
  readonly kept: number;
  /** How many of the others have several places that fit, or none: they stay as they are. */
  readonly ambiguous: number;
  readonly orphan: number;
}

/** What a refresh does to one file of a coder's: the codings of a transcript, or the notes on it. */
export interface FileRefresh extends PlaceInCodings, RefreshFigures {
  /** Codings or notes that get today's place and version, as they are to be, by the lines they have now. */
  readonly moves: ReadonlyMap<string, Coding | Note>;
}

/** The figures of several files together. */
export function sumOf(files: readonly RefreshFigures[]): RefreshFigures {
  const sum = (figure: keyof RefreshFigures): number => files.reduce((total, file) => total + file[figure], 0);
  return { moved: sum('moved'), kept: sum('kept'), ambiguous: sum('ambiguous'), orphan: sum('orphan') };
}

/**
 * Plans a refresh of one file: whatever has a certain place today gets it as its own, with its surroundings and today's
 * version, so that it no longer depends on older ones. The quote is written as it is today where nothing but its form
 * differs (white space, marks, the shape of quotation marks, labels), and stays where the wording changed. What is of
 * today's version already, or has no certain place, is left as it is.
 * @param records all codings or notes of the file
 * @param anchors of today's text as it is on disk; undefined where the transcript is not there
 */
export function planFile(
  { path, coder, transcript }: PlaceInCodings,
  records: readonly (Coding | Note)[],
  anchors: Anchors | undefined,
): FileRefresh {
  const moves = new Map<string, Coding | Note>();
  const counts = { moved: 0, kept: 0, ambiguous: 0, orphan: 0 };
  for (const record of records) {
    const { outcome, span } = anchors?.resolve(record) ?? { outcome: 'orphan' as const, span: undefined };
    if (outcome === 'ambiguous' || outcome === 'orphan') counts[outcome]++;
    else if (anchors?.base !== undefined && span !== undefined && record.base !== anchors.base) {
      const isKept = outcome === 'changed';
      const seen = { points: anchors.now, base: anchors.base };
      moves.set(formatRecord(record), withAnchor(record, seen, span, isKept ? 'kept' : 'taken'));
      counts.moved++;
      if (isKept) counts.kept++;
    }
  }
  return { path, coder, transcript, moves, ...counts };
}
