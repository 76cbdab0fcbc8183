import {
  type Agreement,
  type AgreementFigure,
  type AgreementRow,
  MEASURES,
  type MeasureName,
  type RowKind,
} from '../../analysis/agreement/agreement.js';
import type { Codebook } from '../../codebook/codebook.js';
import { colorOf } from '../../codebook/colors.js';

/** A row of figures with the colour of its code or theme: palette name or `#rrggbb`. */
export interface AgreementRowData extends AgreementRow {
  readonly color?: string;
}

/** How far coders agree, as plain data. */
export interface AgreementData {
  readonly rows: readonly AgreementRowData[];
}

/** What was compared as plain data. */
export function agreementData({ rows }: Agreement, codebook: Codebook): AgreementData {
  return {
    rows: rows.map(row => {
      const entry = row.kind === 'code' || row.kind === 'theme' ? codebook.find(row.key) : undefined;
      return entry === undefined ? row : { ...row, color: colorOf(entry) };
    }),
  };
}

/** How a person wants to see it. */
export interface AgreementLook {
  /** What the rows are. */
  readonly kind: RowKind;
  /** The one that is drawn. */
  readonly measure: MeasureName;
}

/** The measures that at least one row of a kind has, in their order. */
export function measuresIn({ rows }: AgreementData, kind: RowKind): MeasureName[] {
  const shown = rows.filter(row => row.kind === kind);
  return MEASURES.filter(name => shown.some(({ measures }) => measures[name] !== undefined));
}

/** Whether a measure came out as a figure. */
export function isFigure(
  figure: AgreementFigure | undefined,
): figure is Extract<AgreementFigure, { readonly value: number }> {
  return figure?.value !== undefined;
}
