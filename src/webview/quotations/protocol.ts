import type { ShownTable, TableSort } from '../common/sortableTable/table.js';

export type { ShownCell, ShownColumn } from '../common/sortableTable/table.js';

/** The words of the page, in the language of VS Code. */
export interface QuotationsTexts {
  readonly save: string;
  readonly insert: string;
  readonly tableKeys: string;
}

/** A table of the page. */
export interface QuotationsTable extends ShownTable {
  readonly key: 'wrong' | 'quotations' | 'people' | 'roles' | 'themes';
}

/** From the extension to the page. */
export type ToPage =
  | {
      readonly type: 'state';
      readonly title: string;
      /** How many there are and what became of them, first what matters most. */
      readonly statements: readonly string[];
      /** Nothing has to be put right. */
      readonly isRight: boolean;
      readonly tables: readonly QuotationsTable[];
      readonly texts: QuotationsTexts;
    }
  /** There is nothing to show, and what to do. */
  | { readonly type: 'nothing'; readonly heading: string; readonly text: string }
  /** A person stopped the reading. */
  | { readonly type: 'stopped'; readonly text: string; readonly readAll: string }
  | { readonly type: 'reading'; readonly text: string; readonly cancel: string };

/** From the page to the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  /** A person opened a row, by the keys of table and row. */
  | { readonly type: 'open'; readonly table: QuotationsTable['key']; readonly row: string }
  | { readonly type: 'save' | 'insert' | 'cancel' | 'readAll' };

/** How the page is looked at; it remembers that itself. */
export interface QuotationsView {
  readonly sorts: Readonly<Partial<Record<QuotationsTable['key'], TableSort>>>;
  readonly scroll: number;
}
