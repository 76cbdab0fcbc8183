import type { GroupStatement } from '../../core/analysis/sample/statement.js';

export type { ShownCell, ShownColumn } from '../common/sortableTable/table.js';

import type { ShownTable, TableSort } from '../common/sortableTable/table.js';

/** The words of the page, in the language of VS Code. */
export interface SampleTexts {
  readonly saveCsv: string;
  readonly saveMarkdown: string;
  readonly readAll: string;
  readonly stopped: string;
  readonly statements: string;
  readonly tableKeys: string;
}

/** A table of the sample. */
export interface SampleTable extends ShownTable {
  readonly key: 'kinds' | 'recruitment' | 'sessions' | 'people';
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
      readonly tables: readonly SampleTable[];
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
  | { readonly type: 'open'; readonly table: SampleTable['key']; readonly row: string }
  | { readonly type: 'save'; readonly format: 'csv' | 'md' }
  | { readonly type: 'cancel' }
  | { readonly type: 'readAll' };

/** How the page is looked at; it remembers that itself. */
export interface SampleView {
  readonly sorts: Readonly<Partial<Record<SampleTable['key'], TableSort>>>;
  readonly scroll: number;
}
