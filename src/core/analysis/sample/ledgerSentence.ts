import { MINUS } from './arithmetic.js';
import type { LedgerRow } from './ledger.js';

/** The words in which a row of the ledger is said; numbers are filled in by who gives the words. */
export interface LedgerWords {
  approached(count: number): string;
  declined(count: number): string;
  excluded(count: number): string;
  tookPart(count: number): string;
  readonly addsUp: string;
  /** “1 not accounted for” */
  missing(count: number): string;
  /** “1 more than there should be” */
  tooMany(count: number): string;
  readonly notKnown: string;
}

/** Says whether a row adds up, with the sum: “11 approached − 2 declined − 0 excluded = 9; 9 took part: it adds up”. */
export function sayLedger(row: LedgerRow, words: LedgerWords): string {
  const { approached, declined, excluded, expected, tookPart } = row;
  const end = `${words.tookPart(tookPart)}: ${sayVerdict(row, words)}`;
  if (approached === undefined) return end;
  const off = [
    ...(declined === undefined ? [] : [words.declined(declined)]),
    ...(excluded === undefined ? [] : [words.excluded(excluded)]),
  ];
  const sum = [words.approached(approached), ...off].join(` ${MINUS} `);
  return `${off.length === 0 ? sum : `${sum} = ${expected}`}; ${end}`;
}

/** Says whether a row adds up, or by how many people it does not. */
export function sayVerdict({ expected, tookPart }: LedgerRow, words: LedgerWords): string {
  if (expected === undefined) return words.notKnown;
  const difference = expected - tookPart;
  if (difference === 0) return words.addsUp;
  return difference > 0 ? words.missing(difference) : words.tooMany(-difference);
}
