import type { CodebookEntry } from '../codebook/codebook.js';
import { entriesBelow } from '../codebook/selection.js';
import type { Study } from '../study/study.js';
import { compareTexts } from '../text/compare.js';
import { usesOf } from './codeUse.js';

/** What deleting entries would take from under the codings. */
export interface DeletionImpact {
  /** The entries that would go. */
  readonly entries: readonly CodebookEntry[];
  /** Entries below them that would stay, one place up. */
  readonly kept: readonly CodebookEntry[];
  /** Codes among those that go which codings use. */
  readonly used: readonly CodebookEntry[];
  /** Ids of the codings that would be left without their code. */
  readonly codings: readonly string[];
  /** Who made them, sorted. */
  readonly coders: readonly string[];
  /** Paths of the transcripts they are in, sorted. */
  readonly transcripts: readonly string[];
}

/**
 * Works out what deleting entries would orphan; changes nothing.
 * @param contents whether what is in them goes too
 */
export function deletionImpact(
  study: Study,
  entries: readonly CodebookEntry[],
  contents: 'keep' | 'delete',
): DeletionImpact {
  const chosen = new Set(entries);
  const below = new Set(entries.flatMap(entriesBelow));
  const gone = contents === 'delete' ? new Set([...chosen, ...below]) : chosen;
  const uses = [...gone]
    .filter(entry => entry.kind === 'code')
    .map(entry => ({ entry, files: usesOf(study, entry) }))
    .filter(({ files }) => files.length > 0);
  const files = uses.flatMap(use => use.files);
  return {
    entries: [...gone],
    kept: [...below].filter(entry => !gone.has(entry)),
    used: uses.map(({ entry }) => entry),
    codings: files.flatMap(({ codings }) => codings.map(coding => coding.id)),
    coders: sorted(files.map(({ file }) => file.coder)),
    transcripts: sorted(files.map(({ file }) => file.transcript)),
  };
}

const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].sort(compareTexts);
