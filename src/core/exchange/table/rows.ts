import { type ExchangeCodebook, type ExchangeEntry, phaseOf, type Remark, walk } from '../model.js';
import { isPlain } from '../prose.js';
import type { Column } from './columns.js';

/** A codebook as rows of our own columns, in document order, and what such rows cannot hold. */
export interface Rows {
  readonly rows: readonly Readonly<Record<Column, string>>[];
  readonly losses: readonly Remark[];
}

/** Several texts in one cell stand on lines of their own. */
export const LINE = '\n';

export function rowsOf(book: ExchangeCodebook): Rows {
  const rows: Record<Column, string>[] = [];
  const losses: Remark[] = [];
  const ids = new Set<string>();
  for (const { entry, above } of walk(book.entries)) {
    rows.push(rowOf(entry, above.at(-1)));
    if (!isPlain(entry))
      losses.push({ entry: entry.title, what: 'Emphasis, links, tables and the order of paragraphs are not kept.' });
    const id = entry.id ?? entry.title;
    if (ids.has(id)) losses.push({ entry: entry.title, what: 'The id is that of another entry as well.' });
    ids.add(id);
  }
  if (book.intro) losses.push({ what: 'The text below the title of the codebook is not kept.' });
  return { rows, losses };
}

function rowOf(entry: ExchangeEntry, parent: ExchangeEntry | undefined): Record<Column, string> {
  const phase = phaseOf(entry.classes);
  return {
    title: entry.title,
    kind: entry.kind,
    parent: parent === undefined ? '' : (parent.id ?? parent.title),
    definition: entry.definition ?? '',
    include: entry.include.join(LINE),
    exclude: entry.exclude.join(LINE),
    example: entry.example.join(LINE),
    notes: entry.notes.join(LINE),
    color: entry.color ?? '',
    phase: phase ?? '',
    classes: entry.classes.filter(name => name !== phase).join(' '),
    formerly: entry.formerly.join(' '),
    id: entry.id ?? '',
  };
}
