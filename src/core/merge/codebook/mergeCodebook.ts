import { compareTexts } from '../../text/compare.js';
import { type FramedText, framed } from '../frame.js';
import type { FileVersions, MergeChoice, MergeConflict, MergedFile } from '../merge.js';
import { mergeWhole } from '../mergeWhole.js';
import { mergeText as mergeLines } from '../text/mergeText.js';
import { inFrame } from './inFrame.js';
import { mergeOutlines } from './mergeOutlines.js';
import { readOutline } from './outline.js';
import { Questions } from './questions.js';
import { refuseUncertain } from './refusals.js';
import { type Half, otherHalf, sameTexts } from './settle.js';
import type { Versions } from './subjects.js';
import { Unmergeable } from './unmergeable.js';

/**
 * Merges a codebook by its headings: each theme and code in each respect, where they stand, and their text block by block. What was
 * written is read again and compared with what was meant; where the two differ, the file is merged line by line as the text it is.
 * @param decisions by the keys of conflicts
 */
export function mergeCodebook(versions: FileVersions, decisions: ReadonlyMap<string, MergeChoice>): MergedFile {
  if (versions.ours === undefined || versions.theirs === undefined) return mergeWhole(versions, decisions);
  const [ours, theirs] = [framed(versions.ours), framed(versions.theirs)];
  const bases = versions.bases.map(framed);
  const same = unchanged(bases, ours, theirs);
  if (same !== undefined) return { text: inFrame(same.lines, ours, theirs, versions), conflicts: [] };
  // Whose version is whose plays no part but where a question is open: what comes out is the same on every machine.
  const [a, b] = [ours.lines.join('\n'), theirs.lines.join('\n')];
  const half: Half = compareTexts(a, b) < 0 ? 'one' : 'two';
  const [one, two] = half === 'one' ? [ours, theirs] : [theirs, ours];
  try {
    const outlines = { bases: bases.map(readOutline), one: readOutline(one), two: readOutline(two) };
    refuseUncertain([...outlines.bases, outlines.one, outlines.two]);
    const merged = mergedAs(half, outlines, versions.path, decisions);
    return { text: inFrame(merged.lines, ours, theirs, versions), conflicts: merged.conflicts };
  } catch (error) {
    if (!(error instanceof Unmergeable)) throw error;
    return mergeLines(versions, decisions);
  }
}

/** What was merged. */
interface MergedLines {
  readonly lines: readonly string[];
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Merges as one of the sides has it where nothing is decided. Whether it can be done by headings does not depend on the side, nor on
 * what is decided as far as that is known beforehand.
 */
function mergedAs(
  half: Half,
  versions: Versions,
  path: string,
  decisions: ReadonlyMap<string, MergeChoice>,
): MergedLines {
  const mergeAs = (as: Half, decided: ReadonlyMap<string, MergeChoice>): MergedLines => {
    const questions = new Questions(path, as, decided);
    return { lines: mergeOutlines(versions, questions), conflicts: questions.conflicts };
  };
  const undecided = mergeAs(half, new Map());
  if (undecided.conflicts.length === 0) return undecided;
  mergeAs(otherHalf(half), new Map());
  return undecided.conflicts.some(({ key }) => decisions.has(key)) ? mergeAs(half, decisions) : undecided;
}

/** The side that holds where both say the same, or one says what the only base says. */
function unchanged(bases: readonly FramedText[], ours: FramedText, theirs: FramedText): FramedText | undefined {
  if (sameTexts(ours.lines, theirs.lines)) return ours;
  const [base, ...more] = bases;
  if (base === undefined || more.length > 0) return undefined;
  if (sameTexts(ours.lines, base.lines)) return theirs;
  return sameTexts(theirs.lines, base.lines) ? ours : undefined;
}
