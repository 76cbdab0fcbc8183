import { ChangeRefused, type Destination } from '../change.js';
import { closingLine } from '../closing.js';
import type { Codebook, CodebookEntry } from '../codebook.js';
import { changeHeading } from '../edit.js';
import type { Place } from '../place.js';
import { slugOf } from '../slug.js';
import type { BookDraft } from './draft.js';
import { DEEPEST, headingRange, relevelled, writtenParent } from './heading.js';
import { holds, insertion, isBlank, removal } from './layout.js';
import { placeFor } from './places.js';
import type { Intention } from './verify.js';

/**
 * Moves entries with all that is in them.
 * @throws ChangeRefused where an entry would go into itself
 */
export function moveEntries(draft: BookDraft, ids: readonly string[], to: Destination, intention: Intention): string[] {
  const anchor = anchorOf(to);
  const beside = 'under' in to ? undefined : anchor;
  const wanted = ids.filter(id => draft.entry(id).id !== beside);
  let roots = outermost(draft, wanted);
  if (roots.length === 0) return [];
  refuseCircles(draft, roots, to);
  const moved = roots.map(root => root.id);
  writeNumberedIds(draft);
  writeParents(draft, moved, to);
  roots = moved.map(id => draft.entry(id));

  const blocks = blocksOf(draft, roots);
  const { book, lines } = draft;
  const closing = lastBlockIsOpen(lines, blocks) ? closingLine(lines) : undefined;
  draft.apply(
    removal(
      lines,
      blocks.map(({ root, last }) => ({ from: root.line, to: last })),
    ),
  );
  const place = placeFor(draft, to, kindOf(roots));
  const text: string[] = [];
  for (const block of blocks) {
    if (text.length > 0) text.push('');
    text.push(...written(book, lines, block, place));
    if (closing !== undefined && block === blocks.at(-1)) text.push(closing);
  }
  draft.apply([insertion(draft.lines, place.after + 1, text)]);
  const parent = 'under' in to ? anchor : draft.entry(anchor as string).parent?.id;
  const now = parent === undefined ? undefined : draft.entry(parent).id;
  for (const id of moved) intention.change(id, { parent: now });
  return moved;
}

/** A run of lines that moves: an entry with what is nested in it. Blocks that only `parent=` ties to a root go along. */
interface Block {
  readonly root: CodebookEntry;
  readonly last: number;
  /** Whether the root itself gets a new parent. */
  readonly isMoved: boolean;
  /** Other roots that stand within these lines but are not in the entry: they move by themselves. */
  readonly apart: readonly CodebookEntry[];
}

function anchorOf(to: Destination): string | undefined {
  if ('under' in to) return to.under;
  return 'before' in to ? to.before : to.after;
}

/** Entries by id in document order, without those that others of them hold. */
export function outermost(draft: BookDraft, ids: readonly string[]): CodebookEntry[] {
  const chosen = new Set(draft.entriesOf(ids));
  return [...chosen]
    .filter(entry => {
      for (let above = entry.parent; above !== undefined; above = above.parent) if (chosen.has(above)) return false;
      return true;
    })
    .sort((a, b) => a.line - b.line);
}

function refuseCircles(draft: BookDraft, roots: readonly CodebookEntry[], to: Destination): void {
  const anchor = anchorOf(to);
  if (anchor === undefined) return;
  const target = draft.entry(anchor);
  for (const root of roots) {
    if (!holds(root, target)) continue;
    throw new ChangeRefused(
      root === target
        ? `“${root.title}” cannot be moved into itself.`
        : `“${root.title}” cannot be moved into “${target.title}”, which is inside it.`,
      'Choose another theme.',
    );
  }
}

/**
 * Writes out the ids that follow from a title and a running number (`hope-2`): moving or deleting another entry of that
 * title would change them, and codings would go astray.
 */
export function writeNumberedIds(draft: BookDraft): void {
  writeOut(
    draft,
    draft.book.entries.filter(entry => !entry.idWritten && entry.id !== slugOf(entry.title)),
  );
}

/** Writes the ids of entries out in their headings. */
export function writeOut(draft: BookDraft, entries: readonly CodebookEntry[]): void {
  const open = [...new Set(entries)].filter(entry => !entry.idWritten);
  const text = draft.text;
  draft.apply(open.flatMap(entry => changeHeading(text, entry.line, { id: entry.id })));
}

/** Writes out the ids of entries that `parent=` will have to name, because what they hold will be too deep for a heading. */
function writeParents(draft: BookDraft, moved: readonly string[], to: Destination): void {
  const roots = moved.map(id => draft.entry(id));
  const place = placeFor(draft, to, kindOf(roots));
  const named = place.parent === undefined ? [] : [draft.entry(place.parent)];
  for (const block of blocksOf(draft, roots)) {
    for (const entry of entriesIn(draft.book, block)) {
      const level = entry.level + levelOf(block, place) - block.root.level;
      if (level > DEEPEST && entry.parent !== undefined) named.push(entry.parent);
    }
  }
  writeOut(draft, named);
}

function kindOf(roots: readonly CodebookEntry[]): CodebookEntry['kind'] {
  return roots.some(root => root.kind === 'theme') ? 'theme' : 'code';
}

function entriesIn(book: Codebook, { root, last, apart }: Block): CodebookEntry[] {
  const isApart = (line: number): boolean => apart.some(other => line >= other.line && line <= other.lastLine);
  return book.entries.filter(({ line }) => line >= root.line && line <= last && !isApart(line));
}

/** A block that goes along must not be higher than the place, or it would take in what follows there. */
function levelOf({ root, isMoved }: Block, place: Place): number {
  return isMoved ? place.level : Math.max(place.level, root.level);
}

function blocksOf({ book }: BookDraft, roots: readonly CodebookEntry[]): Block[] {
  const isMoved = new Set(roots);
  const isInside = (entry: CodebookEntry, blocks: readonly Block[]): boolean =>
    blocks.some(({ root, last }) => entry.line >= root.line && entry.line <= last);
  const main = roots.map(root => ({
    root,
    last: root.lastLine,
    isMoved: true,
    apart: roots.filter(({ line }) => line > root.line && line <= root.lastLine),
  }));
  const blocks: Block[] = [];
  for (const block of main) {
    blocks.push(block);
    for (const entry of book.entries) {
      if (isMoved.has(entry) || !holds(block.root, entry) || isInside(entry, main) || isInside(entry, blocks)) continue;
      blocks.push({ root: entry, last: entry.lastLine, isMoved: false, apart: [] });
    }
  }
  return blocks;
}

function lastBlockIsOpen(lines: readonly string[], blocks: readonly Block[]): boolean {
  return blocks.some(({ last }) => lines.slice(last + 1).every(isBlank));
}

/** A block as it reads at its new place: all its headings so much deeper or higher, those too deep with `parent=`. */
function written(book: Codebook, lines: readonly string[], block: Block, place: Place): string[] {
  const { root, last, isMoved, apart } = block;
  const shift = levelOf(block, place) - root.level;
  const inside = new Map(entriesIn(book, block).map(entry => [entry.line, entry]));
  const result: string[] = [];
  for (let line = root.line; line <= last; line++) {
    const other = apart.find(candidate => candidate.line === line);
    if (other !== undefined) {
      line = other.lastLine;
      while (isBlank(lines[line + 1])) line++;
      continue;
    }
    const entry = inside.get(line);
    if (entry === undefined) {
      result.push(lines[line] ?? '');
      continue;
    }
    const level = entry.level + shift;
    const below = level > DEEPEST ? entry.parent?.id : undefined;
    const parent = entry === root && isMoved ? place.parent : (writtenParent(lines, entry) ?? below);
    result.push(...relevelled(lines, entry, Math.min(level, DEEPEST), { set: { parent } }));
    line = headingRange(lines, entry).to;
  }
  while (isBlank(result.at(-1))) result.pop();
  return result;
}
