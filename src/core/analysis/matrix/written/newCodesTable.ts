import type { Codebook } from '../../../codebook/codebook.js';
import type { NewCodes } from '../matrix.js';
import type { CountedTable } from './countedTable.js';

/** What each session brought as a table. */
export function newCodesTable(codebook: Codebook, sessions: readonly NewCodes[]): CountedTable {
  const titleOf = (code: string): string => codebook.find(code)?.title ?? code;
  return {
    columns: [
      { title: 'session', isNumber: false },
      { title: 'date', isNumber: false },
      { title: 'new codes', isNumber: true },
      { title: 'codes so far', isNumber: true },
      { title: 'which', isNumber: false },
    ],
    rows: sessions.map(({ name, date = '', newCodes, codesSoFar }) => [
      name,
      date,
      String(newCodes.length),
      String(codesSoFar),
      newCodes.map(titleOf).join('; '),
    ]),
  };
}
