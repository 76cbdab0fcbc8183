import { cellOf, ID, type PeopleRow, type PeopleRows, said } from './peopleRows.js';

/** The rows of one version: people by id, and all others by what they say. */
export class PeopleVersion {
  /** Where the row of a person stands. */
  readonly people = new Map<string, number>();
  /** Where rows stand that are nobody's: without an id, or of an id that does not tell. */
  readonly others = new Map<string, number[]>();

  /** @param doubled ids that stand several times in some version, and so tell nobody */
  constructor(
    readonly table: PeopleRows,
    doubled: ReadonlySet<string>,
  ) {
    table.rows.forEach((row, at) => {
      const id = idOf(row);
      if (id !== '' && !doubled.has(id)) this.people.set(id, at);
      else {
        const places = this.others.get(said(row));
        if (places === undefined) this.others.set(said(row), [at]);
        else places.push(at);
      }
    });
  }

  /** The row of a person. */
  person(id: string): PeopleRow | undefined {
    const at = this.people.get(id);
    return at === undefined ? undefined : this.table.rows[at];
  }

  /** Where rows stand that are nobody's and say this. */
  othersLike(text: string): readonly number[] {
    return this.others.get(text) ?? [];
  }

  /** The cell of a row of this version, as it is to be written between such delimiters. */
  cell(row: PeopleRow, column: string, delimiter: string): string {
    const written = row.cells.get(column) ?? '';
    return delimiter === this.table.delimiter ? written : cellOf(row.values.get(column) ?? '', delimiter);
  }
}

/** Letter case makes no other person. */
export function idOf({ values }: PeopleRow): string {
  return (values.get(ID) ?? '').toLowerCase();
}

/** Ids that stand several times in one of these tables. */
export function doubledIds(tables: readonly PeopleRows[]): Set<string> {
  const doubled = new Set<string>();
  for (const { rows } of tables) {
    const seen = new Set<string>();
    for (const id of rows.map(idOf)) {
      if (seen.has(id)) doubled.add(id);
      seen.add(id);
    }
  }
  return doubled;
}
