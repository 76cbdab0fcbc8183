import type { Codebook, CodebookEntry } from '../../codebook/codebook.js';
import { heaviestChain } from '../../text/heaviestChain.js';
import type { EntryMatches } from './match.js';

/** What stands elsewhere after a change, as it is afterwards. */
export interface Rearranged {
  /** In another theme or code. */
  readonly moved: ReadonlySet<CodebookEntry>;
  /** Elsewhere among what stands beside it; as few as explain the order. */
  readonly reordered: ReadonlySet<CodebookEntry>;
}

/**
 * What was moved. What follows from something else is no move: whatever stands in a theme goes along with it; what was in an entry
 * that is gone comes to stand where that stood; what was in a merged code is in the one it went into, and comes back with it.
 */
export function rearranged(before: Codebook, after: Codebook, matches: EntryMatches): Rearranged {
  const moved = new Set<CodebookEntry>();
  for (const [old, now] of matches.after) if (isMoved(old, now, matches)) moved.add(now);
  const reordered = new Set<CodebookEntry>();
  const groups: (CodebookEntry | undefined)[] = [undefined, ...after.entries];
  for (const parent of groups) {
    const old = parent === undefined ? undefined : matches.before.get(parent);
    const children = parent === undefined ? after.roots : parent.children;
    if (children.length < 2 || (parent !== undefined && old === undefined)) continue;
    const order = expectedOrder(old === undefined ? before.roots : old.children, matches);
    const places = new Map(
      order.filter(entry => entry.parent === parent && !moved.has(entry)).map((entry, i) => [entry, i]),
    );
    const staying = children.filter(entry => places.has(entry));
    const kept = heaviestChain(
      staying.map(entry => places.get(entry) as number),
      staying.map(({ id }) => weightOf(id)),
    );
    const stays = new Set(kept.map(i => staying[i]));
    for (const entry of staying) if (!stays.has(entry)) reordered.add(entry);
  }
  return { moved, reordered };
}

function isMoved(old: CodebookEntry, now: CodebookEntry, matches: EntryMatches): boolean {
  const { merged, unmerged, before } = matches;
  const home = homeOf(old.parent, matches);
  if (now.parent === home) return false;
  const into = old.parent && !matches.after.has(old.parent) ? merged.get(old.parent) : undefined;
  // A code that goes into one inside it leaves what else was in it where it stood.
  const partner = into && before.get(into);
  const isLeft = partner !== undefined && isAbove(old.parent, partner);
  if (isLeft && now.parent === homeOf(old.parent?.parent, matches)) return false;
  const from = now.parent && unmerged.get(now.parent);
  if (from === undefined) return true;
  return home !== from && !(isAbove(now.parent, from) && home === now.parent?.parent);
}

/** Where something that stood in an entry belongs once that may be gone: in it, in what it went into, or where it stood. */
function homeOf(parent: CodebookEntry | undefined, { after, merged }: EntryMatches): CodebookEntry | undefined {
  for (let at = parent; at !== undefined; at = at.parent) {
    const home = after.get(at) ?? merged.get(at);
    if (home !== undefined) return home;
  }
  return undefined;
}

/** The order in which entries that stood beside each other would stand now had nobody moved any, as they are now. */
function expectedOrder(children: readonly CodebookEntry[], { after, merged }: EntryMatches): CodebookEntry[] {
  const order: CodebookEntry[] = [];
  // No recursion: `parent=` can nest deeper than calls may.
  const open = [...children].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const now = after.get(next);
    if (now !== undefined) order.push(now);
    else if (!merged.has(next)) open.push(...next.children.toReversed());
  }
  return order;
}

function isAbove(above: CodebookEntry | undefined, entry: CodebookEntry): boolean {
  for (let at = entry.parent; at !== undefined; at = at.parent) if (at === above) return true;
  return false;
}

/** Decides between two that changed places, the same way whichever state is the earlier one. */
function weightOf(id: string): number {
  let weight = 7;
  for (let i = 0; i < id.length; i++) weight = (Math.imul(weight, 31) + id.charCodeAt(i)) & 0xfffff;
  return weight;
}
