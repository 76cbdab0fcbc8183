import { ExchangeError } from '../model.js';

/** The columns of our own tables, in their order. */
export const COLUMNS = [
  ...(['title', 'kind', 'parent', 'definition', 'include', 'exclude', 'example', 'notes'] as const),
  ...(['color', 'phase', 'classes', 'formerly', 'id'] as const),
] as const;

/** A column of our own tables. */
export type Column = (typeof COLUMNS)[number];

/** Which cell of a row holds what. */
export interface Layout {
  /** Ours, which says by ids what is where; Taguette's, in whose names dots do; or a list of any other origin. */
  readonly format: 'own' | 'taguette' | 'list';
  /** A text that may hold several paragraphs and keywords, as other programs have it. */
  readonly description?: number;
  /** The first row. */
  readonly header: readonly string[];
  /** Columns of themes around a code, the outermost first. */
  readonly themes: readonly number[];
  /** Position of each of our columns that is there. */
  readonly at: ReadonlyMap<Column, number>;
}

const TAGUETTE = ['tag', 'name', 'path'];

/**
 * Tells by the first row of a table whose it is.
 * @returns undefined where no column names a theme or code
 * @throws ExchangeError where two columns do
 */
export function layoutOf(header: readonly string[]): Layout | undefined {
  const names = header.map(cell => cell.trim().toLowerCase());
  const find = (...wanted: readonly string[]): number | undefined => {
    const at = names.findIndex(name => wanted.includes(name));
    return at === -1 ? undefined : at;
  };
  const description = find('description', 'code.description', 'memo');
  const themes = names.flatMap((name, at) => (THEMES.test(name) ? [at] : []));
  const rest = { header, ...(description !== undefined && { description }), themes };
  const columns = ownColumns(names);
  if (columns.has('title')) {
    const isOwn = (['kind', 'parent', 'id'] as const).some(column => columns.has(column));
    return { format: isOwn ? 'own' : 'list', ...rest, ...(isOwn && { themes: [] }), at: columns };
  }
  if (find('document') !== undefined && find('content') !== undefined) {
    throw new ExchangeError(
      'This is a list of coded passages, not a codebook: it has the columns “document” and “content”.',
      'Export the codebook instead.',
      1,
    );
  }
  const tags = names.flatMap((name, at) => (TAGUETTE.includes(name) ? [{ name: header[at]?.trim() ?? '', at }] : []));
  const [tag, other] = tags;
  if (other !== undefined) {
    throw new ExchangeError(
      `The columns “${tag?.name}” and “${other.name}” both name the codes.`,
      'Keep one column called “tag”, “name” or “path”, and give the other one another name.',
      1,
    );
  }
  const isTaguette = tag !== undefined && names[tag.at] !== 'name' && themes.length === 0;
  if (isTaguette) return { format: 'taguette', ...rest, at: new Map([['title', tag.at]]) };
  const code = find('code', 'code name', 'codename') ?? tag?.at;
  if (code === undefined) return undefined;
  return { format: 'list', ...rest, at: new Map([...columns, ['title', code]]) };
}

/** What other programs and people call the columns of what a code is in. */
const THEMES = /^(sub[- ]?)*(category|theme)( ?\d)?$/;

function ownColumns(names: readonly string[]): Map<Column, number> {
  const found = new Map<Column, number>();
  for (const [at, name] of names.entries()) {
    const column = name === 'colour' ? 'color' : COLUMNS.find(each => each === name);
    if (column !== undefined && !found.has(column)) found.set(column, at);
  }
  return found;
}
