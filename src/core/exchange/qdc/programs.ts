import type { Draft } from '../draft.js';
import { draftOf } from '../draft.js';
import type { Remark } from '../model.js';
import { ATLAS, nestByName, nestIfCertain, TAGUETTE } from '../paths.js';

/** A Set of the file: a name, what it says, and the GUIDs of the codes in it. */
export interface CodeSet {
  readonly name: string;
  readonly description: string;
  readonly guids: readonly string[];
}

/**
 * Gives a tree read from another program the shape that program means: NVivo's node “Nodes” around everything goes,
 * ATLAS.ti's `A::B`, Taguette's `a.b` and whatever else is certain to be a path become hierarchies, Sets of an otherwise flat codebook become themes.
 * @param origin the `origin` of the file; empty where there is none
 */
export function reshape(roots: Draft[], sets: readonly CodeSet[], origin: string, remarks: Remark[]): Draft[] {
  const within = withoutNodes(roots, remarks);
  const isFlat = within.every(entry => entry.children.length === 0);
  if (!isFlat) return withSets(within, sets, false, remarks);
  const nested = nestFlat(within, origin, remarks);
  return withSets(
    nested,
    sets,
    nested.every(entry => entry.children.length === 0),
    remarks,
  );
}

/** NVivo can hang all its codes below one node that is no code and means nothing. */
function withoutNodes(roots: Draft[], remarks: Remark[]): Draft[] {
  const [only, ...others] = roots;
  const isAround = only !== undefined && others.length === 0 && only.kind === 'theme' && only.children.length > 0;
  if (!isAround || !/^(nodes|codes)$/i.test(only.title)) return roots;
  remarks.push({ what: `The node “${only.title}” around all others was left out; what is in it stands at the top.` });
  return only.children;
}

/**
 * Makes a hierarchy of a flat list, as the program writes names that made it, or where the names leave no doubt.
 * @param origin the program, as the file names it; empty where it does not
 */
export function nestFlat(entries: readonly Draft[], origin: string, remarks: Remark[]): Draft[] {
  if (/taguette/i.test(origin)) return nestByName(entries, TAGUETTE, remarks);
  if (/atlas/i.test(origin)) return nestByName(entries, ATLAS, remarks);
  return withoutNodes(nestIfCertain(entries, remarks), remarks);
}

/** Puts codes at the top that are in exactly one Set into a theme of its name; says so where that cannot be. */
function withSets(roots: Draft[], sets: readonly CodeSet[], asThemes: boolean, remarks: Remark[]): Draft[] {
  if (sets.length === 0) return roots;
  const setsOf = new Map<string, Set<CodeSet>>();
  for (const set of sets) for (const guid of set.guids) setsOf.set(guid, (setsOf.get(guid) ?? new Set()).add(set));
  const themes = new Map(sets.map(set => [set, { ...draftOf(set.name, 'theme'), ...describe(set) }]));
  const kept: Draft[] = [];
  for (const entry of roots) {
    const [set, ...more] = setsOf.get(entry.guid ?? '') ?? [];
    const theme =
      asThemes && set !== undefined && more.length === 0 && entry.kind === 'code' ? themes.get(set) : undefined;
    if (theme === undefined) kept.push(entry);
    else theme.children.push(entry);
  }
  for (const [set, theme] of themes) {
    const missing = new Set(set.guids).size - theme.children.length;
    if (set.guids.length === 0) remarks.push({ entry: set.name, what: 'A Set without codes was left out.' });
    else if (theme.children.length === 0) {
      remarks.push({ entry: set.name, what: 'A Set was left out: here a code is in one place only, by its theme.' });
    } else {
      kept.push(theme);
      remarks.push({ entry: set.name, what: 'A Set became a theme.' });
      if (missing > 0)
        remarks.push({ entry: set.name, what: 'Codes of a Set that are in another one as well stay outside.' });
    }
  }
  return kept;
}

function describe(set: CodeSet): { definition?: string } {
  const definition = set.description.replace(/\s+/g, ' ').trim();
  return definition === '' ? {} : { definition };
}
