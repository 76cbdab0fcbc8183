import type { Corpus } from '../../analysis/corpus/corpus.js';
import { evidenceAbout } from '../../analysis/evidence/entryEvidence.js';
import type { EntryEvidence, Voices } from '../../analysis/evidence/evidence.js';
import { allEvidence } from '../../analysis/evidence/tables.js';
import type { CodebookEntry } from '../../codebook/codebook.js';
import type { Pieces } from '../../pieces.js';
import { coarseEnough, saidOfLeft } from './coarser.js';
import { type HeldBack, heldBesides } from './heldBack.js';
import type { PublicCorpus } from './publicCorpus.js';

/** What the numbers say of themes and codes as it may leave, and what was held back. */
export interface PublicEvidence {
  readonly evidence: readonly EntryEvidence[];
  readonly held: HeldBack;
}

/**
 * Who said it, of what may leave. Where some role or kind of session has few people who said it, spoke against it or did not, nothing is
 * told by it: not in tables, sentences and words such as “most”, nor beside people.
 * @param entry one theme or code; undefined for all
 */
export function* publicEvidence(
  { corpus, held }: PublicCorpus,
  smallestCell: number,
  entry: CodebookEntry | undefined,
): Pieces<PublicEvidence> {
  function* count(of: Corpus): Pieces<readonly EntryEvidence[]> {
    return entry === undefined ? yield* allEvidence(of) : [yield* evidenceAbout(entry, of)];
  }
  const isSafe = (all: readonly EntryEvidence[]): boolean => all.every(one => isSafeEvidence(one, smallestCell));
  const { of, left } = yield* coarseEnough(corpus, smallestCell, count, isSafe);
  return { evidence: of, held: heldBesides(held, 0, ...saidOfLeft(left, smallestCell)) };
}

/** Whether no role or kind of session has few people who said it, spoke against it, or did not. */
export function isSafeEvidence({ roles, kinds }: EntryEvidence, smallestCell: number): boolean {
  const isLarge = (value: number): boolean => value === 0 || value >= smallestCell;
  const isFine = ({ said, against, silent, people }: Voices): boolean =>
    [said.length, against.length, silent.length, people].every(isLarge);
  const hasRoles = roles.some(({ role }) => role !== '');
  const hasKinds = kinds.some(({ kind }) => kind !== '');
  return (!hasRoles || roles.every(isFine)) && (!hasKinds || kinds.every(isFine));
}
