import type { Checking } from './check.js';
import type { CheckedQuotation, QuotationRemark, QuotationSource } from './checked.js';

const NOT_IN_ORDER: QuotationRemark = {
  kind: 'not-in-order',
  message: 'What is quoted before it as part of the same dialogue was not said before it in the same session.',
  remedy: 'Quote the turns in the order in which they were said, or in blocks of their own.',
  isWrong: true,
};

/** The turns of a dialogue were said in the same session, one after the other: of several places the next one counts. */
export function inOrder(quotations: readonly CheckedQuotation[], { words }: Checking): CheckedQuotation[] {
  let before: QuotationSource | undefined;
  return quotations.map(checked => {
    const turn = checked.quotation.dialogue?.turn ?? 0;
    const isTrue = checked.verdict === 'verbatim' || checked.verdict === 'ambiguous';
    if (turn < 2 || before === undefined || !isTrue) {
      before = turn > 0 && isTrue ? checked.source : undefined;
      return checked;
    }
    const last = before;
    const next = checked.places.find(
      ({ transcript, spans }) => transcript === last.transcript && startOf({ spans }) > startOf(last),
    );
    if (next === undefined) return { ...checked, remarks: [...checked.remarks, NOT_IN_ORDER] };
    before = next;
    return {
      ...checked,
      verdict: 'verbatim',
      source: next,
      places: [next],
      ...words.confirmed([next], checked.remarks),
    };
  });
}

const startOf = ({ spans }: Pick<QuotationSource, 'spans'>): number =>
  Math.min(...spans.filter(({ start, end }) => end > start).map(({ start }) => start));
