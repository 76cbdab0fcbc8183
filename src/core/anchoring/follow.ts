import type { Coding } from '../coding/coding.js';
import { formatRecord } from '../coding/line.js';
import type { Note } from '../reading/record.js';
import type { CodePoints } from '../text/codePoints.js';
import type { Span } from '../text/span.js';
import type { Anchors } from './anchors.js';
import type { Keyed } from './followedRecords.js';
import { withAnchor } from './reanchor.js';
import type { Resolution } from './resolution.js';

/** A coding or note that was followed while its transcript was edited. */
export interface FollowedRecord extends Keyed {
  readonly record: Coding | Note;
  /** Path of its file. */
  readonly path: string;
  /** Whether it is the coder's own who saved: others' records are theirs to change. */
  readonly isOwn: boolean;
  /** Where it is in the text that was saved, in code points. */
  readonly span: Span;
}

/** What is to be done about records once their transcript was saved. */
export interface AfterSave {
  /** What is to be written: by the path of its file, each record as it is to be by the line it has. */
  readonly moves: ReadonlyMap<string, ReadonlyMap<string, Coding | Note>>;
  /** The same records as they are to be. */
  readonly moved: readonly Keyed[];
  /** Others' records of which only this window knows where they are, and what everybody else finds. */
  readonly lost: readonly (Keyed & { readonly resolution: Resolution })[];
}

/**
 * Decides what is to be written when an edited transcript was saved: today's place of those records that could not be found
 * again by what their lines say, or would be found elsewhere. The quote stays as it was coded. Whatever is found where it was followed
 * to is left alone.
 * @param anchors of the text that was saved, with the id of its version
 */
export function afterSave(followed: readonly FollowedRecord[], anchors: Anchors): AfterSave {
  const moves = new Map<string, Map<string, Coding | Note>>();
  const moved: Keyed[] = [];
  const lost: (Keyed & { resolution: Resolution })[] = [];
  const { base, now } = anchors;
  for (const { key, record, path, isOwn, span } of followed) {
    const found = anchors.resolve(record);
    if (found.span !== undefined && isSamePlace(now, found.span, span)) continue;
    if (!isOwn) lost.push({ key, record, resolution: uncertain(found, span) });
    else if (base !== undefined) {
      const ofFile = moves.get(path) ?? new Map<string, Coding | Note>();
      const next = withAnchor(record, { points: now, base }, span, 'kept');
      moves.set(path, ofFile.set(formatRecord(record), next));
      moved.push({ key, record: next });
    }
  }
  return { moves, moved, lost };
}

/** Whether two places differ by white space at most. */
function isSamePlace(points: CodePoints, a: Span, b: Span): boolean {
  const differs = (from: number, to: number): boolean =>
    points.slice(Math.min(from, to), Math.max(from, to)).trim() !== '';
  return !differs(a.start, b.start) && !differs(a.end, b.end);
}

/** Where a record would be found in another place than it was followed to, both are worth a look. */
function uncertain(found: Resolution, followed: Span): Resolution {
  if (found.span === undefined) return found;
  return {
    outcome: 'ambiguous',
    candidates: [
      { ...followed, score: 0.5 },
      { ...found.span, score: 0.5 },
    ],
  };
}
