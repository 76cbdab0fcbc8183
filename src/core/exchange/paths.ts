import { checkCount, type Draft, draftOf } from './draft.js';
import type { Remark } from './model.js';

/** What can stand between the parts of a name that is a path. */
export interface Separator {
  /** How it is called. */
  readonly mark: string;
  readonly split: RegExp;
  /** White space beside it makes it part of the name. */
  readonly isTight?: boolean;
  /**
   * What it takes to be certain that names are paths: nothing else looks like it; several share what stands before it;
   * whatever stands before it is an entry of its own, wherever it occurs.
   */
  readonly certainWhen: 'there' | 'shared' | 'whole';
}

/** In the order they are looked for. */
const SEPARATORS = {
  arrows: { mark: '>>', split: /\s*>>\s*/, certainWhen: 'there' },
  colons: { mark: '::', split: /::/, isTight: true, certainWhen: 'there' },
  backslash: { mark: '\\', split: /\s*\\+\s*/, certainWhen: 'shared' },
  greater: { mark: '>', split: /\s+>\s+/, certainWhen: 'whole' },
  slash: { mark: '/', split: /\s*\/\s*/, certainWhen: 'whole' },
  colon: { mark: ':', split: /\s*:\s+/, certainWhen: 'whole' },
  dot: { mark: '.', split: /\./, isTight: true, certainWhen: 'whole' },
} as const satisfies Record<string, Separator>;

/** What ATLAS.ti and Taguette write between the parts of a name. */
export const ATLAS: Separator = SEPARATORS.colons;
export const TAGUETTE: Separator = SEPARATORS.dot;

/** Parts of a name, at most as many as a codebook is deep. */
const MOST_PARTS = 20;

/**
 * Makes a hierarchy of a flat list where its names, taken together, leave no doubt that they are paths, such as
 * `Parent\Child`; otherwise it stays as it is. Either is said.
 */
export function nestIfCertain(entries: readonly Draft[], remarks: Remark[]): Draft[] {
  for (const separator of Object.values(SEPARATORS)) {
    const evidence = evidenceFor(entries, separator);
    if (evidence === 'certain') return nestByName(entries, separator, remarks);
    if (evidence === 'likely') remarks.push({ what: uncertain(separator), isNote: true });
  }
  return [...entries];
}

function uncertain({ mark }: Separator): string {
  return `Names with “${mark}” in them stay as they are: not everything before it is a code, so it may be part of the name.`;
}

function evidenceFor(entries: readonly Draft[], separator: Separator): 'certain' | 'likely' | undefined {
  const all = entries.map(({ title }) => partsOf(title, separator));
  const known = new Set(all.map(keyOf));
  const paths = all.filter(parts => parts.length > 1);
  const most = mostFrequent(paths.map(parts => keyOf(parts.slice(0, -1))));
  const whole = paths.filter(parts => parts.slice(0, -1).every((_, i) => known.has(keyOf(parts.slice(0, i + 1)))));
  const isEverywhere = entries.every(({ title }, i) => !separator.split.test(title) || (all[i] ?? []).length > 1);
  if (paths.length === 0) return undefined;
  const isCertain = {
    there: true,
    shared: isEverywhere && (most > 1 || whole.length > 0),
    whole: isEverywhere && whole.length === paths.length && paths.length > 1,
  }[separator.certainWhen];
  if (isCertain) return 'certain';
  return whole.length > 0 || (separator.certainWhen === 'shared' && most > 1) ? 'likely' : undefined;
}

/** How often the most frequent of some texts occurs. */
function mostFrequent(texts: readonly string[]): number {
  const counts = new Map<string, number>();
  let most = 0;
  for (const text of texts) {
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    most = Math.max(most, count);
  }
  return most;
}

/**
 * Makes a hierarchy of names such as `feelings::hope` or `feelings.hope`. A part of a name that is no entry itself
 * becomes a theme; one that is a code holds the others.
 * @param entries a flat list; entries that have something in them already stay as they are
 */
export function nestByName(entries: readonly Draft[], separator: Separator, remarks: Remark[]): Draft[] {
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
    const parent: Draft = known ?? { ...draftOf(parts.at(-1) ?? '', 'theme'), isKindGuessed: true };
    if (known === undefined) {
      byPath.set(keyOf(parts), parent);
      checkCount(byPath.size);
      remarks.push({ entry: parent.title, what: 'Made a theme of the first part of names that share it.' });
    }
    place(parent, parts);
    return parent;
  };
  for (const [entry, parts] of names) place(entry, parts);
  const isNested = [...names.values()].some(parts => parts.length > 1);
  if (isNested)
    remarks.push({ what: `The list was flat; “${separator.mark}” in names was read as a hierarchy.`, isNote: true });
  return roots;
}

function partsOf(title: string, { split, isTight }: Separator): string[] {
  const parts = title.split(split);
  const isOpen = (part: string, i: number): boolean =>
    isTight === true && ((i > 0 && /^\s/.test(part)) || (i < parts.length - 1 && /\s$/.test(part)));
  const isPath = parts.length > 1 && parts.length <= MOST_PARTS;
  return isPath && parts.every((part, i) => part.trim() !== '' && !isOpen(part, i))
    ? parts.map(part => part.trim())
    : [title];
}

const keyOf = (parts: readonly string[]): string => parts.join('\0');
