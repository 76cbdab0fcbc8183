import type { Corpus } from '../../analysis/corpus/corpus.js';
import type { EntryEvidence } from '../../analysis/evidence/evidence.js';
import { allEvidence } from '../../analysis/evidence/tables.js';
import type { Sample } from '../../analysis/sample/sample.js';
import type { Balance } from '../../manuscript/balance.js';
import type { Pieces } from '../../pieces.js';
import { coarseEnough, saidOfLeft } from '../disclosure/coarser.js';
import { type HeldBack, heldBesides } from '../disclosure/heldBack.js';
import type { PublicCorpus } from '../disclosure/publicCorpus.js';
import { isSafeEvidence } from '../disclosure/publicEvidence.js';
import { publicSample } from '../disclosure/publicSample.js';
import { isSafeMatrix, type ReportMatrix, reportMatrices } from './matrices.js';

/** What is counted in a report, as it may leave. */
export interface PublicCounts {
  /** Without what nothing is told by. */
  readonly corpus: Corpus;
  readonly sample: Sample;
  readonly evidence: readonly EntryEvidence[];
  readonly matrices: readonly ReportMatrix[];
  readonly balance?: Balance;
  /** By what nothing is told of who said what. */
  readonly left: readonly string[];
  readonly held: HeldBack;
}

type Counted = Pick<PublicCounts, 'corpus' | 'evidence' | 'matrices'>;

/**
 * Role comes last: with kinds alone, and roles in the sample, who said something in which role could follow where some kind has one role only.
 */
const COARSER: readonly (readonly string[])[] = [[], ['kind'], ['role', 'kind']];

/**
 * Everything a report counts, by role and kind of session as far as no figure in any of its tables is small. A report names those who said
 * something, so that nobody may be able to tell their roles from another table: what is told of who said what is told by the same
 * attributes everywhere, or not at all. The sample, which names nobody, may say more.
 * @param inside the corpus as the team has it
 * @param isUnread as of `sampleOf`, asked by the paths inside
 */
export function* publicCounts(
  outside: PublicCorpus,
  inside: Corpus,
  smallestCell: number,
  balance: Balance | undefined,
  isUnread: (path: string) => boolean,
): Pieces<PublicCounts> {
  const { sample, left: ofSample } = yield* publicSample(outside, inside, smallestCell, isUnread);
  function* count(corpus: Corpus): Pieces<Counted> {
    return { corpus, evidence: yield* allEvidence(corpus), matrices: yield* reportMatrices(corpus) };
  }
  const isSafe = ({ corpus, evidence, matrices }: Counted): boolean =>
    (corpus !== outside.corpus || ofSample.every(name => name === 'recruitment')) &&
    evidence.every(one => isSafeEvidence(one, smallestCell)) &&
    matrices.every(one => isSafeMatrix(one, smallestCell)) &&
    (sayNoRole(evidence) || isSafeBalance(balance, smallestCell));
  const { of, left } = yield* coarseEnough(outside.corpus, smallestCell, count, isSafe, COARSER);
  const said = [
    ...saidOfLeft(ofSample, smallestCell, 'The sample is not told'),
    ...saidOfLeft(left, smallestCell, 'Who said what is not told'),
    ...(smallestCell < 2 ? [] : ['Who took part in which session is left out: small groups could be told from it.']),
  ];
  return {
    ...of,
    sample,
    ...(balance === undefined ? {} : { balance: left.includes('role') ? withoutRoles(balance) : balance }),
    left,
    held: heldBesides(outside.held, 0, ...said),
  };
}

const sayNoRole = (evidence: readonly EntryEvidence[]): boolean =>
  evidence.every(({ roles }) => roles.every(({ role }) => role === ''));

function isSafeBalance(balance: Balance | undefined, smallestCell: number): boolean {
  const counts = balance?.roles.flatMap(({ people, of }) => [people, of - people]) ?? [];
  return counts.every(count => count === 0 || count >= smallestCell);
}

function withoutRoles(balance: Balance): Balance {
  const bare = (people: Balance['people']): Balance['people'] => people.map(({ role: _, ...person }) => person);
  return { ...balance, people: bare(balance.people), neverQuoted: bare(balance.neverQuoted), roles: [] };
}
