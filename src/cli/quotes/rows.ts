import type { CheckedManuscript, CheckedQuotation, QuotationSource } from '../../core/manuscript/checked.js';
import { writtenNames } from '../../core/manuscript/named.js';
import { shownPieces } from '../../core/manuscript/written.js';

/** The columns of a table of quotations. */
export const QUOTATION_COLUMNS: readonly string[] = [
  'manuscript',
  'line',
  'kind',
  'participant',
  'quotation',
  'verdict',
  'source',
  'source line',
  'message',
  'remedy',
];

/** A checked quotation as a row of a table. */
export function quotationRow({ manuscript }: CheckedManuscript, checked: CheckedQuotation): string[] {
  const { quotation, verdict, source, remarks, message, remedy } = checked;
  return [
    manuscript.path,
    String(quotation.line),
    quotation.kind,
    writtenNames(quotation.attribution),
    shownPieces(quotation.pieces),
    verdict,
    source?.transcript ?? '',
    source === undefined ? '' : String(source.line),
    [message, ...remarks.map(remark => remark.message)].join(' '),
    remedy,
  ];
}

/** Where a quotation stands, and where it is from: `paper/manuscript.md:41 → transcripts/pp-03.md:120`. */
export function wayOf({ manuscript }: CheckedManuscript, { quotation, source }: CheckedQuotation): string {
  const here = `${manuscript.path}:${quotation.line}`;
  return source === undefined ? here : `${here} → ${placeOf(source)}`;
}

const placeOf = ({ transcript, line }: QuotationSource): string => `${transcript}:${line}`;
