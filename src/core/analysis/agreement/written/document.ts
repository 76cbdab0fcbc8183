import { escapeForExport, markdownTable } from '../../../report/markdown.js';
import type { StudyConfig } from '../../../study/config.js';
import type { CountedTable } from '../../matrix/written/countedTable.js';
import { type Agreement, ROW_KINDS } from '../agreement.js';
import {
  closingSentences,
  comparedSentence,
  pooledSentence,
  prevalenceSentences,
  refusalSentences,
  whyNothingCompared,
} from './sentences.js';
import { fullTable, ROW_WORDS, rowsTable } from './tables.js';
import { MEASURE_WORDS } from './words.js';

/** A part of a document: a heading, a table, and what is to be said of it. */
export interface DocumentPart {
  readonly heading: string;
  readonly table?: CountedTable | undefined;
  readonly sentences: readonly string[];
}

/** Figures of agreement with everything that is to be said of them, the same for a terminal and a file. */
export function agreementDocument(agreement: Agreement, config: Pick<StudyConfig, 'stance'>): readonly DocumentPart[] {
  const nothing = whyNothingCompared(agreement);
  const closing = closingSentences(agreement, config);
  if (nothing !== undefined) return [{ heading: 'Agreement between coders', sentences: [nothing, ...closing] }];
  const parts: DocumentPart[] = [];
  for (const kind of ROW_KINDS) {
    const rows = agreement.rows.filter(row => row.kind === kind);
    const [first] = rows;
    if (first === undefined) continue;
    const more = [...prevalenceSentences(rows), ...refusalSentences(rows)];
    if (kind === 'all') {
      const pooled = pooledSentence(rows);
      parts.push({
        heading: 'Agreement between coders',
        table: fullTable(first),
        sentences: [comparedSentence(agreement), ...(pooled === undefined ? [] : [pooled]), ...more],
      });
    } else {
      parts.push({ heading: `By ${ROW_WORDS[kind]}`, table: rowsTable(rows, kind), sentences: more });
    }
  }
  return [...parts, { heading: 'How to read this', sentences: [...legend(agreement), ...closing] }];
}

/** What each coefficient that is shown says. */
function legend({ rows }: Agreement): string[] {
  return Object.entries(MEASURE_WORDS).flatMap(([measure, { name, says }]) =>
    rows.some(({ measures }) => measures[measure as keyof typeof measures] !== undefined) ? [`${name}: ${says}.`] : [],
  );
}

/** Parts as one Markdown document. Nothing that it holds does anything but be read. */
export function documentMarkdown(parts: readonly DocumentPart[]): string {
  return parts
    .map(({ heading, table, sentences }, i) =>
      [
        `${i === 0 ? '#' : '##'} ${escapeForExport(heading)}\n`,
        ...(table === undefined
          ? []
          : [
              `\n${markdownTable(
                table.columns.map(({ title, isNumber }) => ({ title, right: isNumber })),
                table.rows,
              )}`,
            ]),
        ...sentences.map(sentence => `\n${escapeForExport(sentence)}\n`),
      ].join(''),
    )
    .join('\n');
}
