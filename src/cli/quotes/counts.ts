import { type CheckedManuscript, type CheckedQuotation, isWrong, type Verdict } from '../../core/manuscript/checked.js';

/** How many quotations were checked, and what became of them. */
export interface Counts {
  readonly quotations: number;
  readonly block: number;
  readonly short: number;
  readonly wrong: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

/** Whether a quotation needs a look; one without attribution only where that is asked for. */
export function needsLook(checked: CheckedQuotation, strict: boolean): boolean {
  return isWrong(checked) || (strict && checked.verdict === 'unattributed');
}

/** Counts what became of the quotations of some manuscripts. Block and short ones are those with an attribution. */
export function countsOf(manuscripts: readonly CheckedManuscript[], strict: boolean): Counts {
  const all = manuscripts.flatMap(({ quotations }) => quotations);
  const attributed = all.filter(({ verdict }) => verdict !== 'unattributed');
  const kinds = (kind: string): number => attributed.filter(({ quotation }) => quotation.kind === kind).length;
  const verdicts: Record<Verdict, number> = {
    verbatim: 0,
    ambiguous: 0,
    changed: 0,
    'other-speaker': 0,
    'not-found': 0,
    unattributed: 0,
  };
  for (const { verdict } of all) verdicts[verdict]++;
  const wrong = all.filter(checked => needsLook(checked, strict)).length;
  return { quotations: all.length, block: kinds('block'), short: kinds('short'), wrong, verdicts };
}
