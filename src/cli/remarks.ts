import type { Remark } from '../core/exchange/model.js';
import { groupRemarks } from '../core/exchange/remarks.js';
import { plain } from './table.js';

const MOST_NAMED = 8;

/** Remarks as indented lines, those that say the same as one, with the entries they are about. */
export function remarkLines(remarks: readonly Remark[]): string {
  return groupRemarks(remarks)
    .map(({ what, entries }) => `  ${plain(what)}\n${entries.length === 0 ? '' : `    ${plain(named(entries))}\n`}`)
    .join('');
}

function named(entries: readonly string[]): string {
  const more = entries.length - MOST_NAMED;
  return `${entries.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
