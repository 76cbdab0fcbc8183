import type { Destination } from './change.js';
import type { Codebook, CodebookEntry } from './codebook.js';
import { entriesOf, isWithin, siblingsOf, topmost } from './selection.js';

/** What dropping entries somewhere means. */
export type DropDecision =
  /** They are there already, or were dropped on one of themselves. */
  | { readonly kind: 'nothing' }
  /** They would have to move into this one of themselves. */
  | { readonly kind: 'into-itself'; readonly entry: CodebookEntry }
  | { readonly kind: 'move'; readonly entries: readonly string[]; readonly to: Destination };

/**
 * Decides what dropping entries means: on a theme they become the last in it, on a code they come directly behind it,
 * on nothing they go to the top. Entries inside others that are dragged go along with these.
 * @param dragged ids
 * @param target id of the entry they were dropped on; undefined for the empty area
 */
export function decideDrop(book: Codebook, dragged: readonly string[], target: string | undefined): DropDecision {
  const entries = topmost(entriesOf(book, dragged));
  const onto = target === undefined ? undefined : book.find(target);
  if (entries.length === 0 || (target !== undefined && onto === undefined)) return { kind: 'nothing' };
  if (onto !== undefined && dragged.some(id => book.find(id) === onto)) return { kind: 'nothing' };
  const holder = entries.find(entry => isWithin(onto, new Set([entry])));
  if (holder !== undefined) return { kind: 'into-itself', entry: holder };
  const to: Destination = onto?.kind === 'code' ? { after: onto.id } : { under: onto?.id };
  return isThere(book, entries, onto) ? { kind: 'nothing' } : { kind: 'move', entries: idsOf(entries), to };
}

/**
 * Where entries go when they are moved one place up or down among their siblings; several that stand in one theme move
 * together.
 * @returns undefined where they are at the end already, or stand in different themes
 */
export function stepAside(
  book: Codebook,
  ids: readonly string[],
  direction: 'up' | 'down',
): { readonly entries: readonly string[]; readonly to: Destination } | undefined {
  const entries = topmost(entriesOf(book, ids));
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined || entries.some(entry => entry.parent !== first.parent))
    return undefined;
  const siblings = siblingsOf(book, first);
  const next = direction === 'up' ? siblings[siblings.indexOf(first) - 1] : siblings[siblings.indexOf(last) + 1];
  if (next === undefined) return undefined;
  return { entries: idsOf(entries), to: direction === 'up' ? { before: next.id } : { after: next.id } };
}

/** Whether entries stand, in their order, where a drop would put them. */
function isThere(book: Codebook, entries: readonly CodebookEntry[], onto: CodebookEntry | undefined): boolean {
  if (onto?.kind === 'code') {
    const siblings = siblingsOf(book, onto);
    const from = siblings.indexOf(onto) + 1;
    return entries.every((entry, i) => siblings[from + i] === entry);
  }
  const there = onto === undefined ? book.roots : onto.children;
  return entries.every((entry, i) => there[there.length - entries.length + i] === entry);
}

const idsOf = (entries: readonly CodebookEntry[]): string[] => entries.map(entry => entry.id);
