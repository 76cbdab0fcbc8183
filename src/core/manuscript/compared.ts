import type { Pieces } from '../pieces.js';
import type { CodePoints } from '../text/codePoints.js';
import type { CheckedQuotation } from './checked.js';
import type { EverythingSaid } from './everythingSaid.js';
import type { Manuscript, Quotation } from './quotation.js';

type Known = ReadonlyMap<string, CheckedQuotation>;

/** What was compared last, by path of the manuscript, as long as nothing that was said changes. */
const known = new WeakMap<EverythingSaid, Map<string, Compared>>();

/** What became of the quotations of a manuscript when it was checked last: one that stands as it did is not compared again. */
export class Compared {
  private before: Known;
  private readonly now = new Map<string, CheckedQuotation>();

  constructor(
    { path }: Manuscript,
    private readonly compared: { readonly said: EverythingSaid; readonly points: CodePoints },
  ) {
    const manuscripts = known.get(compared.said) ?? new Map<string, Compared>();
    known.set(compared.said, manuscripts);
    const last = manuscripts.get(path);
    // Of a version that is still being compared, what was known before it counts as well.
    this.before = new Map([...(last?.before ?? []), ...(last?.now ?? [])]);
    manuscripts.set(path, this);
  }

  /** Compares a quotation, unless it was compared with the same words and attribution before. */
  *once(quotation: Quotation, compare: () => Pieces<CheckedQuotation>): Pieces<CheckedQuotation> {
    const { span, attribution, kind } = quotation;
    const { span: _, ...named } = attribution ?? { span };
    const key = JSON.stringify([kind, named, this.compared.points.slice(span.start, span.end)]);
    const before = this.now.get(key) ?? this.before.get(key);
    const checked = before === undefined ? yield* compare() : moved(before, quotation);
    this.now.set(key, checked);
    return checked;
  }

  /** All quotations were compared: what else was known is no longer needed. */
  done(): void {
    this.before = new Map();
  }
}

/** The same, where the quotation stands now. */
function moved(checked: CheckedQuotation, quotation: Quotation): CheckedQuotation {
  const by = quotation.span.start - checked.quotation.span.start;
  const differences = checked.differences.map(one => ({
    ...one,
    span: { start: one.span.start + by, end: one.span.end + by },
  }));
  return { ...checked, quotation, differences };
}
