import { MINUS } from './arithmetic.js';
import type { LedgerRow } from './ledger.js';

/** The words in which a row of the ledger is said; numbers are filled in by who gives the words. */
export interface LedgerWords {
  approached(count: number): string;
  declined(count: number): string;
  excluded(count: number): string;
  tookPart(count: number): string;
  readonly addsUp: string;
  /** “1 more than took part”: not accounted for. */
  missing(count: number): string;
  /** “1 fewer than took part” */
  tooMany(count: number): string;
  readonly notKnown: string;
}

/** Says whether a row adds up: “11 approached − 2 declined − 0 excluded = 9; 9 took part: it adds up”. */
export function sayLedger(row: LedgerRow, words: LedgerWords): string {
  const { approached, declined, excluded, expected, tookPart } = row;
  if (approached === undefined || expected === undefined) return `${words.tookPart(tookPart)}: ${words.notKnown}`;
  const off = [
    ...(declined === undefined ? [] : [words.declined(declined)]),
    ...(excluded === undefined ? [] : [words.excluded(excluded)]),
  ];
  const sum = [words.approached(approached), ...off].join(` ${MINUS} `);
  const result = off.length === 0 ? sum : `${sum} = ${expected}`;
  const difference = expected - tookPart;
  const verdict =
    difference === 0 ? words.addsUp : difference > 0 ? words.missing(difference) : words.tooMany(-difference);
  return `${result}; ${words.tookPart(tookPart)}: ${verdict}`;
}
