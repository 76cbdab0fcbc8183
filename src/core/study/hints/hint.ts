import type { CodebookEntry } from '../../codebook/codebook.js';
import { headingAt } from '../../codebook/heading.js';
import type { Problem } from '../../problem.js';
import { CODEBOOK_FILE } from '../layout.js';

/**
 * A hint on a heading of the codebook, shown at its title.
 * @param lines lines of the codebook
 */
export function hintAt(
  lines: readonly string[],
  entry: CodebookEntry,
  { rule, message, remedy, data }: Pick<Problem, 'rule' | 'message' | 'remedy' | 'data'>,
): Problem {
  const heading = headingAt(lines, entry.line);
  const start = heading.start;
  const end = (lines[heading.line] ?? '')
    .slice(0, heading.start + (heading.attributes?.start ?? heading.end - start))
    .trimEnd().length;
  return {
    rule,
    severity: 'hint',
    file: CODEBOOK_FILE,
    line: entry.line + 1,
    ...(heading.line === entry.line && end > start ? { columns: [start, end] as const } : {}),
    message,
    remedy,
    data: { ...data, id: entry.id },
  };
}
