import type { Recruitment } from '../../study/recruitment.js';
import { roleKey } from '../people.js';
import type { Presence } from './attendance.js';

/** As much of a person as the ledger needs. */
interface Met {
  readonly id: string;
  readonly role?: string;
  readonly presence: Presence | 'absent';
}

/** How the people of one role were found, with those who took part counted. */
export interface LedgerRow extends Recruitment {
  readonly tookPart: number;
  /** Ids of those who were met and did not take part, because they spoke out of scope only. */
  readonly outside: readonly string[];
  /** Approached less declined and excluded; missing where it is not known how many were approached. */
  readonly expected?: number;
  /**
   * Whether those who took part are as many as were to be expected. `unknown` where it is not said how many were approached,
   * or where some are not accounted for and a number is missing that could account for them.
   */
  readonly verdict: 'adds-up' | 'differs' | 'unknown';
  /** Whether anybody has this role. */
  readonly isKnown: boolean;
}

/** Sets what the study file says of each group against who took part. */
export function ledgerOf(recruitment: readonly Recruitment[], people: readonly Met[]): LedgerRow[] {
  return recruitment.map(entry => {
    const ofGroup = people.filter(({ role }) => roleKey(role) === roleKey(entry.group));
    const tookPart = ofGroup.filter(({ presence }) => presence === 'took-part').length;
    const outside = ofGroup.filter(({ presence }) => presence === 'outside');
    const expected =
      entry.approached === undefined ? undefined : entry.approached - (entry.declined ?? 0) - (entry.excluded ?? 0);
    return {
      ...entry,
      tookPart,
      outside: outside.map(({ id }) => id),
      ...(expected === undefined ? {} : { expected }),
      verdict: verdictOf(entry, expected, tookPart),
      isKnown: ofGroup.length > 0,
    };
  });
}

function verdictOf(entry: Recruitment, expected: number | undefined, tookPart: number): LedgerRow['verdict'] {
  if (expected === tookPart) return 'adds-up';
  const isOpen = entry.declined === undefined || entry.excluded === undefined;
  return expected === undefined || (isOpen && expected > tookPart) ? 'unknown' : 'differs';
}
