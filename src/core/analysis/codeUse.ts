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
  const byPath = new Map<string, Coding[]>();
  const ids = study.idsOf(entry);
  for (const id of ids) {
    for (const file of study.index.filesWith(id)) {
      byPath.set(file.path, [...(byPath.get(file.path) ?? []), ...study.index.codingsIn(file.path, id)]);
    }
  }
  return [...byPath]
    .map(([path, codings]) => ({ file: study.index.file(path) as CodingFile, codings }))
    .sort((a, b) => compareTexts(a.file.transcript, b.file.transcript) || compareTexts(a.file.coder, b.file.coder));
}
