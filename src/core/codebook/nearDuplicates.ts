import type { CodebookEntry } from './codebook.js';
import { comparedName, isSlip, LONG_NAME, slipHashes, sortedWords } from './likeness.js';

/** Two codes that may be one. */
export interface NearDuplicate {
  /** The later one of the two headings. */
  readonly entry: CodebookEntry;
  readonly other: CodebookEntry;
  /** The former id of `of` that is the name of the other one; undefined where the two names themselves are alike. */
  readonly former?: { readonly id: string; readonly of: CodebookEntry };
}

/** Names that share a hash are compared with the first few only, so that nothing takes time without end. */
const MOST_COMPARED = 8;

/**
 * Codes whose names are the same but for case, accents, punctuation, hyphens, plural, the order of words or one slip of
 * the keyboard, or whose name another code once had. One finding a heading, at the later one of the two; the time it
 * takes grows with the number of codes, not with its square.
 * @param codes in document order
 */
export function nearDuplicates(codes: readonly CodebookEntry[]): NearDuplicate[] {
  const byName = new Map<string, CodebookEntry>();
  const byHash = new Map<number, Named[]>();
  const spelled = new Set<string>();
  const formers = formerNames(codes);
  const found = new Map<CodebookEntry, NearDuplicate>();
  for (const entry of codes) {
    const compared = comparedName(entry.title);
    const { joined, spaced } = compared;
    // The spaces keep one word from being taken for several that are joined.
    const sorted = ` ${sortedWords(compared)}`;
    const named = { name: spaced, entry };
    const same = byName.get(joined) ?? byName.get(sorted);
    const isNew = joined.length >= LONG_NAME && !spelled.has(named.name);
    const slip = isNew ? findSlip(byHash, named) : undefined;
    spelled.add(named.name);
    const other = same ?? slip;
    if (other !== undefined) found.set(entry, { entry, other });
    if (!byName.has(joined)) byName.set(joined, entry);
    if (!byName.has(sorted)) byName.set(sorted, entry);
    for (const former of formers.get(joined) ?? []) {
      if (former.of === entry) continue;
      const [earlier, later] = former.of.line < entry.line ? [former.of, entry] : [entry, former.of];
      if (!found.has(later)) found.set(later, { entry: later, other: earlier, former });
    }
  }
  return [...found.values()].sort((a, b) => a.entry.line - b.entry.line);
}

interface Named {
  readonly name: string;
  readonly entry: CodebookEntry;
}

/** Looks for an earlier name that is one slip away, and puts this one in for those that follow. */
function findSlip(byHash: Map<number, Named[]>, named: Named): CodebookEntry | undefined {
  let found: CodebookEntry | undefined;
  for (const hash of slipHashes(named.name)) {
    const bucket = byHash.get(hash);
    if (bucket === undefined) {
      byHash.set(hash, [named]);
      continue;
    }
    found ??= bucket.find(other => isSlip(other.name, named.name))?.entry;
    if (bucket.length < MOST_COMPARED) bucket.push(named);
  }
  return found;
}

function formerNames(codes: readonly CodebookEntry[]): Map<string, { id: string; of: CodebookEntry }[]> {
  const names = new Map<string, { id: string; of: CodebookEntry }[]>();
  for (const of of codes) {
    for (const id of of.formerly) {
      const name = comparedName(id).joined;
      const list = names.get(name);
      if (list === undefined) names.set(name, [{ id, of }]);
      else if (list.length < MOST_COMPARED) list.push({ id, of });
    }
  }
  return names;
}
