import { roleKey } from '../people.js';
import { type SumWords, sayArithmetic, sayKinds } from './arithmetic.js';
import { type LedgerWords, sayLedger } from './ledgerSentence.js';
import type { Sample } from './sample.js';

/** Everything the sample says in sentences, in one language. */
export interface SampleWords extends SumWords, LedgerWords {
  /** “9 of 11 eligible” */
  ofEligible(count: number, eligible: number): string;
  /** Those without a role. */
  readonly noRole: string;
  /** Everybody together. */
  readonly everybody: string;
}

/** What is said of the people of one role, or of all. */
export interface GroupStatement {
  /** “peer”, or everybody. */
  readonly name: string;
  /** “9 of 11 eligible; 8 sessions (6 interviews, 2 joint interviews)”. */
  readonly headline: string;
  /** How the number of people comes about. */
  readonly arithmetic: string;
  /** Whether recruitment leads to that number, in words; missing where nothing is said of recruitment. */
  readonly recruitment?: string;
  readonly verdict?: 'adds-up' | 'differs' | 'unknown';
}

/** The sentences of a sample: one statement for each role, and one for everybody where there are several roles. */
export function sampleStatements(sample: Sample, words: SampleWords): GroupStatement[] {
  const { kinds, groups, ledger, total } = sample;
  const statements = groups.map(({ role, sum }): GroupStatement => {
    const row = ledger.find(({ group }) => role !== undefined && roleKey(group) === roleKey(role));
    const people = row?.eligible === undefined ? words.people(sum.people) : words.ofEligible(sum.people, row.eligible);
    const held = sum.people === 0 ? '' : `${MIDDLE}${sayKinds(sum, kinds, words)}`;
    return {
      name: role ?? noRoleName(sample, words),
      headline: `${people}${held}`,
      arithmetic: sayArithmetic(sum, kinds, words),
      ...(row === undefined ? {} : { recruitment: sayLedger(row, words), verdict: row.verdict }),
    };
  });
  if (groups.length < 2) return statements;
  const everybody = {
    name: words.everybody,
    headline: `${words.people(total.people)}${total.people === 0 ? '' : `${MIDDLE}${sayKinds(total, kinds, words)}`}`,
    arithmetic: sayArithmetic(total, kinds, words),
  };
  return [...statements, everybody];
}

/** What those are called who have no role: where nobody has one, they are everybody. */
export function noRoleName({ groups }: Sample, words: Pick<SampleWords, 'noRole' | 'everybody'>): string {
  return groups.length === 1 ? words.everybody : words.noRole;
}

const MIDDLE = ' · ';
