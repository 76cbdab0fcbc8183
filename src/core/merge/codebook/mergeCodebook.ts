import { compareTexts } from '../../text/compare.js';
import { type FramedText, framed } from '../frame.js';
import type { FileVersions, MergeChoice, MergedFile } from '../merge.js';
import { mergeWhole } from '../mergeWhole.js';
import { mergeText as mergeLines } from '../text/mergeText.js';
import { settleClashes } from './clashes.js';
import { absorbedBy } from './formerIds.js';
import { Homes } from './homes.js';
import { inFrame } from './inFrame.js';
import { type MergedEntry, mergeEntry } from './mergeEntry.js';
import { mergeHeading } from './mergeHeading.js';
import { mergePlaces } from './mergePlaces.js';
import { mergeText } from './mergeText.js';
import { parseLines, readOutline } from './outline.js';
import { layOut } from './physical.js';
import { mergePresence } from './presence.js';
import { flawsOf } from './prove.js';
import { Questions } from './questions.js';
import { type Half, sameTexts, settled } from './settle.js';
import { findSubjects, type Subject, type Versions } from './subjects.js';
import { blocksAhead } from './textBlocks.js';
import { Unmergeable } from './unmergeable.js';
import { type MergedBook, writeBook } from './writeBook.js';

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
  const questions = new Questions(versions.path, half, decisions);
  try {
    const outlines = { bases: bases.map(readOutline), one: readOutline(one), two: readOutline(two) };
    const text = inFrame(mergeOutlines(outlines, questions), ours, theirs, versions);
    return { text, conflicts: questions.conflicts };
  } catch (error) {
    if (!(error instanceof Unmergeable)) throw error;
    return mergeLines(versions, decisions);
  }
}

/** The side that holds where both say the same, or one says what the only base says. */
function unchanged(bases: readonly FramedText[], ours: FramedText, theirs: FramedText): FramedText | undefined {
  if (sameTexts(ours.lines, theirs.lines)) return ours;
  const [base, ...more] = bases;
  if (base === undefined || more.length > 0) return undefined;
  if (sameTexts(ours.lines, base.lines)) return theirs;
  return sameTexts(theirs.lines, base.lines) ? ours : undefined;
}

/** @throws Unmergeable where what was written does not say what was meant */
function mergeOutlines(versions: Versions, questions: Questions): string[] {
  const { bases, one, two } = versions;
  const ahead = mergeText(
    bases.map(base => ({ lines: base.ahead, blocks: base.blocksAhead })),
    { one: { lines: one.ahead, blocks: one.blocksAhead }, two: { lines: two.ahead, blocks: two.blocksAhead } },
    { name: ['codebook'], subject: { is: 'codebook-text' }, rank: -1, cut: blocksAhead, isBelowHeading: false },
    questions,
  );
  const subjects = findSubjects(versions);
  const homes = new Homes(versions, subjects);
  const presence = mergePresence(homes, questions);
  const possible = subjects.all.filter(presence.mayBeThere);
  const merged = new Map(possible.map(subject => [subject, mergeHeading(subject, questions)]));
  const ids = new Set([...merged.values()].map(({ id }) => id));
  const entries = new Map<Subject, MergedEntry>();
  const known = new Set([...bases, one, two].flatMap(({ sections }) => sections.map(({ entry }) => entry.id)));
  const isEntry = (id: string): boolean => known.has(id);
  for (const [subject, heading] of settleClashes(merged, presence, questions)) {
    if (!presence.isThere(subject)) continue;
    const absorbed = absorbedBy(subject, subjects.all, presence);
    // What is an id by itself on the other side is not given to something else by the way.
    const refused = new Set([...presence.refused(subject), ...(heading.id === merged.get(subject)?.id ? [] : ids)]);
    entries.set(subject, mergeEntry(subject, heading, absorbed, refused, isEntry, questions));
  }
  const places = mergePlaces(homes, presence, questions);
  const layout = layOut(homes, presence, places);
  const tail = settled(
    bases.map(base => base.tail),
    one.tail,
    two.tail,
    lines => lines.join('\n'),
  );
  return proven({ ahead, entries, places, layout, tail, written: new Set() });
}

/** How often ids may have to be written out: those of parents, then those that a written one takes the number of. */
const TRIES = 4;

function proven(book: MergedBook): string[] {
  let written = new Set<Subject>();
  for (let i = 0; i < TRIES; i++) {
    const tried = writeBook({ ...book, written });
    const flaws = flawsOf(parseLines(tried.lines), tried, book);
    const open = [...tried.named, ...flaws.otherIds].filter(
      subject => !written.has(subject) && book.entries.get(subject)?.heading.isWritten === false,
    );
    if (open.length === 0 && flaws.otherIds.length === 0 && !flaws.isWrong) return [...tried.lines];
    if (open.length === 0) break;
    written = new Set([...written, ...open]);
  }
  throw new Unmergeable();
}
