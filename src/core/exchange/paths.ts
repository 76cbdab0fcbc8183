import { type Draft, draftOf } from './draft.js';
import type { Remark } from './model.js';

/**
 * Makes a hierarchy of names such as `feelings::hope` or `feelings.hope`. A part of a name that is no entry itself
 * becomes a theme; one that is a code holds the others.
 * @param entries a flat list; entries that have something in them already stay as they are
 * @param separator what stands between the parts; one beside white space, or at an end, is part of the name
 */
export function nestByName(entries: readonly Draft[], separator: string, remarks: Remark[]): Draft[] {
  const roots: Draft[] = [];
  const byPath = new Map<string, Draft>();
  const names = new Map(entries.map(entry => [entry, partsOf(entry.title, separator)]));
  for (const [entry, parts] of names) if (!byPath.has(keyOf(parts))) byPath.set(keyOf(parts), entry);
  const placed = new Set<Draft>();
  const place = (entry: Draft, parts: readonly string[]): void => {
    if (placed.has(entry)) return;
    placed.add(entry);
    entry.title = parts.at(-1) ?? entry.title;
    (parts.length === 1 ? roots : parentOf(parts.slice(0, -1)).children).push(entry);
  };
  const parentOf = (parts: readonly string[]): Draft => {
    const known = byPath.get(keyOf(parts));
    const parent = known ?? draftOf(parts.at(-1) ?? '', 'theme');
    if (known === undefined) {
      byPath.set(keyOf(parts), parent);
      remarks.push({ entry: parent.title, what: 'Made a theme of the first part of names that share it.' });
    }
    place(parent, parts);
    return parent;
  };
  for (const [entry, parts] of names) place(entry, parts);
  return roots;
}

/** Parts of a name, at most as many as a codebook is deep. */
function partsOf(title: string, separator: string): string[] {
  const parts = title.split(separator);
  const isPath = parts.length > 1 && parts.length <= MOST_PARTS && parts.every(isPart);
  return isPath ? parts.map(part => part.trim()) : [title];
}

const MOST_PARTS = 20;

function isPart(part: string, i: number, parts: readonly string[]): boolean {
  const opens = i === 0 || /^[^\s]/.test(part);
  const closes = i === parts.length - 1 || /[^\s]$/.test(part);
  return part.trim() !== '' && opens && closes;
}

const keyOf = (parts: readonly string[]): string => parts.join('\0');
