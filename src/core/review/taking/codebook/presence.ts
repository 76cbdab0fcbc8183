import { changeAttributes } from '../../../codebook/attributeChange.js';
import { ChangeRefused } from '../../../codebook/change.js';
import { headingContent, headingRange, writeHeading, writtenParent } from '../../../codebook/changes/heading.js';
import { insertion, isBlank } from '../../../codebook/changes/layout.js';
import { setFormer } from '../../../codebook/changes/merge.js';
import { moveEntries, writeNumberedIds, writeOut } from '../../../codebook/changes/move.js';
import { placeFor } from '../../../codebook/changes/places.js';
import { removeEntries } from '../../../codebook/changes/remove.js';
import { unmerge } from '../../../codebook/changes/unmerge.js';
import { closingLine } from '../../../codebook/closing.js';
import type { CodebookEntry } from '../../../codebook/codebook.js';
import { slugOf } from '../../../codebook/slug.js';
import { linesOf } from '../../codebook/ownText.js';
import type { Side } from '../source.js';
import type { BookSides } from './bookSides.js';
import { arrange, destinationOf } from './destination.js';
import type { BookRespect } from './entryRespect.js';
import { ownLines } from './ownParts.js';
import { differingAspects, writeOwn } from './takeText.js';
import { byHand, type Trial } from './trial.js';

/**
 * That an entry is in the codebook on one side only.
 * @param isMerged on the other side its id is a former id of another entry
 */
export function presenceOf(sides: BookSides, entry: CodebookEntry, there: Side, isMerged: boolean): BookRespect {
  return {
    isOn(book, side) {
      const now = sides.today(book, entry);
      if (side === there)
        return now !== undefined && differingAspects({ book, entry: now }, { book: sides[there], entry }).size === 0;
      return now === undefined && (isMerged || book.find(entry.id) === undefined);
    },
    take(trial, side) {
      if (side === there) putEntry(trial, sides, entry, side);
      else takeAway(trial, sides, entry, side);
    },
  };
}

/**
 * Puts an entry of a side into today's codebook, where it stands there, as it is written there; what stood in it and had to go
 * elsewhere without it comes back.
 */
export function putEntry(trial: Trial, sides: BookSides, entry: CodebookEntry, side: Side): void {
  const { draft, intention } = trial;
  writeNumberedIds(draft);
  const holder = trial.book.find(entry.id);
  if (holder !== undefined && holder.id !== entry.id) {
    unmerge(draft, { do: 'unmerge', id: entry.id }, intention);
    rewrite(trial, sides, entry, side);
    giveBackFormer(trial, holder.id, entry);
    moveEntries(draft, [entry.id], destinationOf(sides, trial.book, entry, side), intention);
  } else insert(trial, sides, entry, side);
  const stood = contentsToCome(trial, sides, entry);
  for (const child of stood) {
    const now = sides.today(trial.book, child);
    if (now !== undefined) moveEntries(draft, [now.id], destinationOf(sides, trial.book, child, side), intention);
  }
}

function insert(trial: Trial, sides: BookSides, entry: CodebookEntry, side: Side): void {
  const { draft, intention } = trial;
  const to = destinationOf(sides, trial.book, entry, side);
  const parent = placeFor(draft, to, entry.kind).parent;
  if (parent !== undefined) writeOut(draft, [draft.entry(parent)]);
  const place = placeFor(draft, to, entry.kind);
  const slug = slugOf(entry.title);
  const isPlain =
    !entry.idWritten && !trial.used.has(entry.id) && trial.book.entries.every(({ title }) => slugOf(title) !== slug);
  const content = headingContent(linesOf(sides[side]), entry);
  const set = { parent: place.parent };
  const heading = changeAttributes(content, isPlain ? { set } : { id: entry.id, set });
  const text = [writeHeading(place.level, heading), ...ownLines(sides[side], entry).lines];
  const isLast = draft.lines.slice(place.after + 1).every(isBlank);
  const closing = isLast ? undefined : closingLine(text);
  draft.apply([insertion(draft.lines, place.after + 1, closing === undefined ? text : [...text, closing])]);
  const stands = entry.parent && sides.today(trial.book, entry.parent);
  intention.added.set(entry.id, { kind: entry.kind, title: entry.title, parent: stands?.id });
}

/** Writes an entry that came out of a merge as the side has it, where the record of the merge says something else. */
function rewrite(trial: Trial, sides: BookSides, goal: CodebookEntry, side: Side): void {
  const { draft, intention } = trial;
  const entry = draft.entry(goal.id);
  if (differingAspects({ book: trial.book, entry }, { book: sides[side], entry: goal }).size === 0) return;
  const { lines } = draft;
  const heading = changeAttributes(headingContent(linesOf(sides[side]), goal), {
    id: goal.id,
    set: { parent: writtenParent(lines, entry) },
  });
  const { from, to } = headingRange(lines, entry);
  draft.apply([
    {
      line: entry.line,
      remove: lines.slice(from, to + 1),
      insert: [writeHeading(entry.level, heading)],
    },
  ]);
  writeOwn(draft, draft.entry(goal.id), ownLines(sides[side], goal).lines);
  const added = intention.added.get(goal.id);
  intention.added.set(goal.id, { ...(added?.parent !== undefined && { parent: added.parent }), kind: goal.kind });
}

/** Ids that had been merged into an entry before it was merged itself are its own again, whether the record of the merge says so or not. */
function giveBackFormer({ draft, intention }: Trial, holder: string, entry: CodebookEntry): void {
  const keeps = draft.entry(holder).formerly.filter(id => !entry.formerly.includes(id));
  if (keeps.length < draft.entry(holder).formerly.length) setFormer(draft, draft.entry(holder), keeps, intention);
  const now = draft.entry(entry.id);
  const lacks = entry.formerly.filter(id => !now.formerly.includes(id));
  if (lacks.length > 0) setFormer(draft, now, [...now.formerly, ...lacks], intention);
}

/** What stands in an entry on a side and had not been moved there, but came to stand elsewhere because the entry was gone. */
function contentsToCome({ book }: Trial, sides: BookSides, entry: CodebookEntry): CodebookEntry[] {
  return entry.children.filter(child => {
    const now = sides.today(book, child);
    const other = sides.counterpart(child);
    if (now === undefined || other === undefined || sides.isMoved(child)) return false;
    const isWhereItStood = now.parent === (entry.parent && sides.today(book, entry.parent));
    return now.parent?.id !== entry.id && (isWhereItStood || sides.isInPlace(book, now, other));
  });
}

/** Takes an entry out, where nothing is lost by it. */
function takeAway(trial: Trial, sides: BookSides, entry: CodebookEntry, side: Side): void {
  const { draft, book, used, intention } = trial;
  const now = sides.today(book, entry);
  if (now === undefined) throw byHand(entry);
  const ids = [now.id, ...now.formerly].filter(id => book.find(id) === now && used.has(id));
  if (ids.length > 0) {
    throw new ChangeRefused(
      `Codings have the code “${now.title}” today.`,
      'Give these codings another code, or remove them, first; or merge the code into another one.',
    );
  }
  const staying = now.children.find(child => !goesUp(trial, sides, now, child, side));
  if (staying !== undefined) {
    throw new ChangeRefused(
      `“${staying.title}” stands in “${now.title}” today.`,
      `Move “${staying.title}” elsewhere, or remove it, first.`,
    );
  }
  removeEntries(draft, { do: 'delete', entries: [now.id], contents: 'keep' }, intention);
  arrange(
    trial,
    sides,
    now.children.map(({ id }) => id),
    side,
  );
}

/**
 * Whether what stands in an entry that goes belongs, on that side, just where it then comes to stand, or will when what holds that
 * goes as well.
 */
function goesUp({ book }: Trial, sides: BookSides, gone: CodebookEntry, child: CodebookEntry, side: Side): boolean {
  const there = new Map(sides[side].entries.map(entry => [sides.today(book, entry), entry]));
  const goal = there.get(child);
  if (goal === undefined) return false;
  let above = gone.parent;
  while (above !== undefined && !there.has(above)) above = above.parent;
  const home = goal.parent && sides.today(book, goal.parent);
  return home === above && (goal.parent === undefined || home !== undefined);
}
