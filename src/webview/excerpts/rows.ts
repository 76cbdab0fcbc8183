import { ExcerptRows, type RowsActions } from '../common/excerptList/excerptRows.js';
import type { Texts } from './protocol.js';
import { Row, type RowActions, type RowModel } from './row.js';

/** What a person does in the list. */
export interface ListActions extends RowActions, RowsActions {}

/** The excerpts of a code or theme under the headings of their groups. */
export class CodeExcerptRows extends ExcerptRows<RowModel, Row, Texts> {
  constructor(actions: ListActions) {
    super(actions, texts => new Row(texts, actions));
  }

  /** Gives the memo that is being written in a row the keyboard. */
  focusMemo(key: string): void {
    this.rowOf(key)?.focusMemo();
  }
}
