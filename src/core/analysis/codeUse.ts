import type { CodebookEntry } from '../codebook/codebook.js';
import { codesUnder } from '../codebook/query.js';
import { countsFor } from '../codebook/scope.js';
import type { Coding } from '../coding/coding.js';
import type { CodingFile } from '../coding/file.js';
import type { Study } from '../study/study.js';
import { compareTexts } from '../text/compare.js';

/** Codings of one code in one coding file. */
export interface UseInFile {
  readonly file: CodingFile;
  readonly codings: readonly Coding[];
}

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
  const ids = study.idsOf(code);
  const transcripts = new Set(ids.flatMap(id => study.index.filesWith(id).map(file => file.transcript)));
  return { excerpts: ids.reduce((sum, id) => sum + study.index.count(id), 0), transcripts: transcripts.size };
}

/** Where a code is used, former ids included: one entry a coding file, sorted by transcript, then coder. */
export function usesOf(study: Study, entry: CodebookEntry): UseInFile[] {
  const ids = study.idsOf(entry);
  return [...filesWith(study, ids)].sort(inOrder).map(file => useIn(study, file, ids));
}

/**
 * A few codings of a code, former ids included, of as many files as there can be: the first of each file in turn. What it costs
 * depends on how many files there are, not on how many codings.
 * @param without ids of codings that are not wanted
 * @param most how many are wanted
 * @returns in the order of `usesOf`
 */
export function someUsesOf(
  study: Study,
  entry: CodebookEntry,
  { without, most }: { without: ReadonlySet<string>; most: number },
): UseInFile[] {
  const ids = study.idsOf(entry);
  const uses: UseInFile[] = [];
  for (const file of smallestFirst(filesWith(study, ids))) {
    if (uses.length === most) break;
    const codings = useIn(study, file, ids).codings.filter(({ id }) => !without.has(id));
    if (codings.length > 0) uses.push({ file, codings });
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

function filesWith(study: Study, ids: readonly string[]): Set<CodingFile> {
  return new Set(ids.flatMap(id => study.index.filesWith(id)));
}

function useIn(study: Study, file: CodingFile, ids: readonly string[]): UseInFile {
  return { file, codings: ids.flatMap(id => study.index.codingsIn(file.path, id)) };
}

function inOrder(a: CodingFile, b: CodingFile): number {
  return compareTexts(a.transcript, b.transcript) || compareTexts(a.coder, b.coder);
}

/** For those who want the first few of many, which sorting them all would make dear. */
function* smallestFirst(files: Set<CodingFile>): Generator<CodingFile> {
  while (files.size > 0) {
    const first = [...files].reduce((a, b) => (inOrder(b, a) < 0 ? b : a));
    files.delete(first);
    yield first;
  }
}
