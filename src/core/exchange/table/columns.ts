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
  readonly format: 'own' | 'taguette' | 'qcoder';
  /** A text that may hold several paragraphs and keywords, as other programs have it. */
  readonly description?: number;
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
  const rest = description === undefined ? {} : { description };
  const title = find('title');
  if (title !== undefined) return { format: 'own', ...rest, at: ownColumns(names) };
  const tags = names.flatMap((name, at) => (TAGUETTE.includes(name) ? [{ name: header[at]?.trim() ?? '', at }] : []));
  const [tag, other] = tags;
  if (other !== undefined) {
    throw new ExchangeError(
      `The columns “${tag?.name}” and “${other.name}” both name the codes.`,
      'Keep one column called “tag”, “name” or “path”, and give the other one another name.',
      1,
    );
  }
  if (tag !== undefined) return { format: 'taguette', ...rest, at: new Map([['title', tag.at]]) };
  const code = find('code');
  if (code === undefined) return undefined;
  return { format: 'qcoder', ...rest, at: new Map([...ownColumns(names), ['title', code]]) };
}

function ownColumns(names: readonly string[]): Map<Column, number> {
  const found = new Map<Column, number>();
  for (const [at, name] of names.entries()) {
    const column = name === 'colour' ? 'color' : COLUMNS.find(each => each === name);
    if (column !== undefined && !found.has(column)) found.set(column, at);
  }
  return found;
}
