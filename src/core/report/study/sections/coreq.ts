import { REPORTING_FILE } from '../../../study/layout.js';
import { emphasis, paragraph, section, table } from '../../document/build.js';
import type { Run, Section } from '../../document/document.js';
import { COREQ_DOMAINS, COREQ_ITEMS, COREQ_SOURCE, type CoreqItem } from '../coreq/items.js';
import { KNOWN } from '../coreq/known.js';
import type { ReportSources } from '../sources.js';

/** An item with what is known of it. */
export interface CoreqRow {
  readonly item: CoreqItem;
  /** What the files of the study say. */
  readonly known?: string;
  /** What people wrote. */
  readonly answers: readonly string[];
}

/** All items, with what the study says on each. */
export function coreqRows(sources: ReportSources): CoreqRow[] {
  return COREQ_ITEMS.map(item => {
    const known = KNOWN.get(item.number)?.(sources);
    const answers = (sources.answers.byItem.get(item.number) ?? []).map(sources.publicText);
    return { item, answers, ...(known === undefined ? {} : { known }) };
  });
}

/** The checklist: what the study says on each item, and which are still open. */
export function coreqSection(sources: ReportSources): Section {
  const rows = coreqRows(sources);
  const open = rows.filter(isOpen).map(({ item }) => String(item.number));
  const said =
    open.length === 0
      ? `All ${rows.length} items have an answer.`
      : `${rows.length - open.length} of ${rows.length} items have an answer. Open: ${open.join(', ')}. Write their answers into ${REPORTING_FILE}, below headings that begin with the number of the item.`;
  return section('COREQ checklist', [
    paragraph(said),
    paragraph(
      'What the files of the study tell is filled in by itself; what only people know stands behind it as they wrote it. Items are named in our own short words.',
    ),
    ...COREQ_DOMAINS.map(domain =>
      table(
        domain,
        ['No. #', 'Item', 'Answer'],
        rows
          .filter(({ item }) => item.domain === domain)
          .map(row => [String(row.item.number), itemWords(row.item), answerOf(row)]),
      ),
    ),
    paragraph(['Source: ', COREQ_SOURCE]),
  ]);
}

const isOpen = ({ known, answers }: CoreqRow): boolean => known === undefined && answers.length === 0;

const itemWords = ({ name, asks }: CoreqItem): Run[] => [name, '. ', emphasis(asks)];

function answerOf({ known, answers }: CoreqRow): Run[] {
  const parts = [...(known === undefined ? [] : [known]), ...answers];
  return parts.length === 0 ? [emphasis('Missing.')] : [parts.join(' ')];
}
