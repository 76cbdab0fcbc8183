/** Figures as a table of texts: the same for a terminal, CSV and Markdown. */
export interface CountedTable {
  readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** How deep each row stands below others; missing where none does. */
  readonly depths?: readonly number[];
}

/** “1 excerpt”, “2 excerpts”. */
export function countOf(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
