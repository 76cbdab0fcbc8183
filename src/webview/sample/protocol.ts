import type { GroupStatement } from '../../core/analysis/sample/statement.js';

/** The words of the page, in the language of VS Code. */
export interface SampleTexts {
  readonly saveCsv: string;
  readonly saveMarkdown: string;
  readonly readAll: string;
  readonly stopped: string;
  readonly statements: string;
  readonly tableKeys: string;
}

/** A column of a table. */
export interface ShownColumn {
  readonly key: string;
  readonly label: string;
  readonly isNumber: boolean;
}

/** A cell: what stands there, and what it is sorted by where that is a number. */
export interface ShownCell {
  readonly text: string;
  readonly value?: number;
  /** What stands behind it, less loud. */
  readonly aside?: string;
}

/** A row. */
export interface ShownRow {
  readonly key: string;
  /** The first one names the row. */
  readonly cells: readonly ShownCell[];
  /** What its name leads to, in words for who hears them; missing where it leads nowhere. */
  readonly opens?: string;
  /** The sum of the others: stays at the end whatever is sorted by. */
  readonly isSum?: boolean;
}

/** A table as the page shows it: figures and words are finished. */
export interface ShownTable {
  readonly key: 'kinds' | 'recruitment' | 'sessions' | 'people';
  readonly heading: string;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly ShownRow[];
}

/** From the extension to the page. */
export type ToPage =
  | {
      readonly type: 'state';
      readonly title: string;
      readonly statements: readonly GroupStatement[];
      /** What holds for all of it, such as what counts as taking part. */
      readonly notes: readonly string[];
      /** What is missing, and what to do about it. */
      readonly advice: readonly string[];
      readonly tables: readonly ShownTable[];
      /** People and labels that are known and not in the sample. */
      readonly apart: { readonly heading: string; readonly lines: readonly string[] };
      readonly isComplete: boolean;
      readonly texts: SampleTexts;
    }
  /** There is nothing to show, and what to do. */
  | { readonly type: 'nothing'; readonly heading: string; readonly text: string }
  | { readonly type: 'reading'; readonly text: string; readonly cancel: string };

/** From the page to the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  /** A person opened a row, by the keys of table and row. */
  | { readonly type: 'open'; readonly table: ShownTable['key']; readonly row: string }
  | { readonly type: 'save'; readonly format: 'csv' | 'md' }
  | { readonly type: 'cancel' }
  | { readonly type: 'readAll' };

/** By which column a table is sorted. */
export interface TableSort {
  readonly column: string;
  readonly isDown: boolean;
}

/** How the page is looked at; it remembers that itself. */
export interface SampleView {
  readonly sorts: Readonly<Partial<Record<ShownTable['key'], TableSort>>>;
  readonly scroll: number;
}
