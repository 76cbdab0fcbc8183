import type { Problem } from '../problem.js';
import { CodePoints } from '../text/codePoints.js';
import { LineStarts } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { type CheckedManuscript, type CheckedQuotation, isWrong } from './checked.js';

/** What is wrong with a quotation, and the stretch of the manuscript that it is about. */
export interface QuotationProblem extends Problem {
  /** In code points of the manuscript. */
  readonly span: Span;
  readonly checked: CheckedQuotation;
}

const RULES = {
  changed: 'quotation-changed',
  'other-speaker': 'quotation-of-another',
  'not-found': 'quotation-not-found',
} as const;

/** What has to be put right in a manuscript. Words without attribution are no problem, nor are true ones that stand in several places. */
export function quotationProblems({ manuscript, quotations }: CheckedManuscript): QuotationProblem[] {
  const lines = new LineStarts(manuscript.text);
  const points = new CodePoints(manuscript.text);
  const lineOf = (position: number): number => lines.lineAt(points.toUtf16(position)) + 1;
  return quotations.filter(isWrong).flatMap((checked): QuotationProblem[] => {
    const { verdict, quotation, differences, message, remedy, remarks } = checked;
    const base = { severity: 'warning' as const, file: manuscript.path, checked };
    const about = (rule: string, span: Span, said: { message: string; remedy: string }): QuotationProblem => ({
      ...base,
      ...said,
      rule,
      span,
      line: lineOf(span.start),
    });
    const [difference] = differences;
    // One changed word is what is to be looked at, not all around it.
    const isOne = verdict === 'changed' && differences.length === 1 && difference !== undefined;
    const place = isOne && difference.span.start < difference.span.end ? difference.span : quotation.span;
    const named = quotation.attribution?.span ?? quotation.span;
    const wrong = verdict === 'changed' || verdict === 'other-speaker' || verdict === 'not-found';
    const words = wrong
      ? [about(RULES[verdict], verdict === 'other-speaker' ? named : place, { message, remedy })]
      : [];
    const others = remarks
      .filter(remark => remark.isWrong)
      .map(remark => {
        const isNamed = remark.kind !== 'not-in-order';
        return about(`quotation-${remark.kind}`, isNamed ? named : quotation.span, remark);
      });
    return [...words, ...others];
  });
}
