import type { Codebook, CodebookEntry } from '../codebook/codebook.js';
import { countsFor } from '../codebook/scope.js';
import { entriesBelow } from '../codebook/selection.js';
import type { Study } from '../study/study.js';

/** How many codings every theme and code has; see `countCodings`. */
export type CodeCounts = ReadonlyMap<CodebookEntry, number>;

const known = new WeakMap<Codebook, { readonly version: number; readonly counts: CodeCounts }>();

/**
 * Counts the codings of all themes and codes at once: one step an entry, whatever the nesting, and none at all as long as
 * neither the codebook nor a coding has changed.
 */
export function codeCounts(study: Study): CodeCounts {
  const { codebook, index } = study;
  const before = known.get(codebook);
  if (before !== undefined && before.version === index.version) return before.counts;
  const counts = new Map<CodebookEntry, number>();
  const totals = new Map<CodebookEntry, number>();
  for (const root of codebook.roots) {
    // From the leaves up, so that every entry finds the totals of those in it.
    for (const entry of [root, ...entriesBelow(root)].reverse()) {
      const own = entry.kind === 'code' ? ownCount(study, entry) : 0;
      const total = entry.children.reduce(
        (sum, child) => sum + (countsFor(child, entry) ? (totals.get(child) ?? 0) : 0),
        own,
      );
      totals.set(entry, total);
      counts.set(entry, entry.kind === 'theme' ? total : own);
    }
  }
  known.set(codebook, { version: index.version, counts });
  return counts;
}

function ownCount(study: Study, code: CodebookEntry): number {
  return study.idsOf(code).reduce((sum, id) => sum + study.index.count(id), 0);
}
