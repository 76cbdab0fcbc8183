import type { CodebookEntry } from '../codebook/codebook.js';
import { codesUnder } from '../codebook/query.js';
import { countsFor } from '../codebook/scope.js';
import { together, type UseInFile } from '../study/codeUses.js';
import type { Study } from '../study/study.js';

/** How many codings a code has, former ids included; for a theme those of all codes in it but scope codes. */
export function countCodings(study: Study, entry: CodebookEntry): number {
  if (entry.kind === 'theme') return codesFor(entry).reduce((sum, code) => sum + countCodings(study, code), 0);
  return study.idsOf(entry).reduce((sum, id) => sum + study.index.count(id), 0);
}

/** The codes that count for an entry: those in it, without codes that mark what is in scope unless that is what it does, too. */
export function codesFor(entry: CodebookEntry): CodebookEntry[] {
  return codesUnder(entry).filter(code => countsFor(code, entry));
}

/** How often and where a code is used, former ids included. */
export interface CodeUse {
  readonly excerpts: number;
  /** How many different transcripts those are in. */
  readonly transcripts: number;
}

/** Counts the codings of a code and the transcripts they are in, from the index alone. */
export function countUse(study: Study, code: CodebookEntry): CodeUse {
  const transcripts = new Set(usesOf(study, code).map(({ file }) => file.transcript));
  return { excerpts: countCodings(study, code), transcripts: transcripts.size };
}

/** Where a code is used, former ids included: one entry a coding file, sorted by transcript, then coder. */
export function usesOf(study: Study, entry: CodebookEntry): readonly UseInFile[] {
  return together(study.idsOf(entry).map(id => study.index.usesOf(id)));
}

/**
 * A few codings of a code, former ids included, of as many files as there can be: the first of each file in turn. No more
 * files are looked into than are needed.
 * @param without ids of codings that are not wanted
 * @param most how many are wanted
 * @returns in the order of `usesOf`
 */
export function someUsesOf(
  study: Study,
  entry: CodebookEntry,
  { without, most }: { without: ReadonlySet<string>; most: number },
): UseInFile[] {
  const uses: UseInFile[] = [];
  for (const use of usesOf(study, entry)) {
    if (uses.length === most) break;
    const codings = use.codings.filter(({ id }) => !without.has(id));
    if (codings.length > 0) uses.push({ file: use.file, codings });
  }
  const taken = uses.map(() => 0);
  for (let left = most, round = 0; left > 0 && uses.some(({ codings }) => codings.length > round); round++) {
    uses.forEach(({ codings }, i) => {
      if (left === 0 || codings.length <= round) return;
      taken[i] = round + 1;
      left--;
    });
  }
  return uses.map(({ file, codings }, i) => ({ file, codings: codings.slice(0, taken[i]) }));
}
