import type { ExcerptRows } from '../common/excerptList/excerptRows.js';
import type { ExcerptItem, HeadingItem, Items } from '../common/excerptList/items.js';
import { isOwnKey, stepsOf } from '../common/keyPress.js';
import type { Texts } from './protocol.js';
import type { Row, RowModel } from './row.js';

/** What keys ask of the page. */
export interface ListActions {
  readonly items: Items | undefined;
  open(item: ExcerptItem, stay: boolean): void;
  fold(item: HeadingItem, collapsed: boolean): void;
  /** Makes a quotation of an excerpt, for a manuscript. */
  quote(item: ExcerptItem): void;
  /** Goes to where the question is written. */
  toQuestion(): void;
  help(): void;
}

const FAR = 10;

/** The keys on the excerpts of an answer and their headings. */
export class ListInput {
  constructor(
    private readonly rows: ExcerptRows<RowModel, Row, Texts>,
    private readonly actions: ListActions,
  ) {
    rows.element.addEventListener('keydown', event => {
      if (this.onKey(event)) event.preventDefault();
    });
  }

  /** @returns whether the key means something here */
  private onKey(event: KeyboardEvent): boolean {
    const item = this.rows.current;
    if (item === undefined || !isOwnKey(event)) return false;
    const steps = stepsOf(event.key, FAR);
    if (steps !== undefined) {
      this.go(steps);
      return true;
    }
    switch (event.key) {
      case 'Enter':
      case ' ':
        // A heading keeps its own keys.
        if (item.kind === 'excerpt') this.actions.open(item, event.key === ' ');
        return item.kind === 'excerpt';
      case 'ArrowLeft':
        if (item.kind === 'heading') this.actions.fold(item, true);
        else this.rows.focus(this.rows.headingOf(item.key)?.key);
        return true;
      case 'ArrowRight':
        if (item.kind === 'heading' && item.collapsed) this.actions.fold(item, false);
        else if (item.kind === 'heading') this.go(1);
        return true;
      case 'q':
      case 'Q':
        if (item.kind === 'excerpt') this.actions.quote(item);
        return true;
      case '/':
        this.actions.toQuestion();
        return true;
      case '?':
        this.actions.help();
        return true;
      default:
        return false;
    }
  }

  private go(steps: number): void {
    this.rows.focus(this.actions.items?.all[this.rows.stop(steps)]?.key);
  }
}
