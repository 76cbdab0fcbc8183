import type { Problem } from '../../../problem.js';
import { REPORTING_FILE } from '../../../study/layout.js';
import { normaliseText } from '../../../text/normalise.js';
import { COREQ_ITEMS } from './items.js';

/** What people say of items that no file of a study tells. */
export interface CoreqAnswers {
  /** Paragraphs, by the number of the item; items without a text are not in it. */
  readonly byItem: ReadonlyMap<number, readonly string[]>;
  readonly problems: readonly Problem[];
}

const HEADING = /^#{1,6}\s+(.*?)\s*#*$/;
const NUMBERED = /^(?:item\s+)?(\d+)\s*[.):]?(?=\s|$)/i;

/**
 * Reads `paper/coreq.md`: below a heading that begins with the number of an item, `## 3. Occupation`, stands its answer. Headings without
 * a number, and what is in comments, are for whoever writes. Never throws.
 */
export function parseCoreqAnswers(raw: string | undefined): CoreqAnswers {
  const lines = withoutComments(normaliseText(raw ?? '')).split('\n');
  const byItem = new Map<number, string[]>();
  const problems: Problem[] = [];
  const report = (line: number, message: string, remedy: string): void => {
    problems.push({ rule: 'coreq', severity: 'warning', file: REPORTING_FILE, line, message, remedy });
  };
  const seen = new Set<number>();
  let item: number | undefined;
  let open: string[] = [];
  const close = (): void => {
    const text = open.join(' ').replace(/\s+/g, ' ').trim();
    open = [];
    if (item !== undefined && text !== '') byItem.set(item, [...(byItem.get(item) ?? []), text]);
  };
  lines.forEach((line, i) => {
    const heading = HEADING.exec(line)?.[1];
    if (heading === undefined) {
      if (line.trim() === '') close();
      else open.push(line.trim());
      return;
    }
    close();
    const number = Number(NUMBERED.exec(heading)?.[1] ?? Number.NaN);
    item = Number.isNaN(number) ? undefined : number;
    if (item === undefined) return;
    if (item < 1 || item > COREQ_ITEMS.length) {
      report(i + 1, `COREQ has no item ${item}.`, `Its items are 1 to ${COREQ_ITEMS.length}.`);
      item = undefined;
    } else if (seen.has(item)) {
      report(i + 1, `Item ${item} stands here a second time; both texts count.`, 'Put its answer under one heading.');
    } else seen.add(item);
  });
  close();
  return { byItem, problems };
}

/** Comments go, the lines they are on stay, so that the numbers of lines hold. */
function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?(?:-->|$)/g, comment => comment.replace(/[^\n]/g, ''));
}
