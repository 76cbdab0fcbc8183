import type { ListedExcerpt } from '../../core/analysis/excerptList.js';
import type { HeadingItem, Item } from '../common/excerptList/items.js';
import type { MenuPlace } from '../common/menu.js';
import { type KeyWish, wishOf } from './keys.js';
import type { Listing } from './listing.js';
import type { RowActions, RowModel } from './row.js';
import type { CodeExcerptRows } from './rows.js';
import type { Selection } from './selection.js';

/** What keys and mouse ask of the page. */
export interface InputActions extends RowActions {
  readonly isSorting: boolean;
  readonly listing: Listing | undefined;
  redraw(): void;
  fold(item: HeadingItem, collapsed: boolean): void;
  remove(row: RowModel): void;
  example(row: RowModel): void;
  /** Says how it stands to its code. */
  evidence(row: RowModel): void;
  history(row: RowModel): void;
  addCode(row: RowModel): void;
  /** Begins, or goes on with, the discussion of an excerpt. */
  comment(row: RowModel): void;
  quote(row: RowModel): void;
  /** Sorts an excerpt later. */
  unassign(excerpt: ListedExcerpt): void;
  addTarget(): void;
  find(): void;
  help(): void;
  menu(row: RowModel, place: MenuPlace): void;
}

type RowWish = Exclude<
  KeyWish,
  { readonly do: 'move' | 'fold' | 'unfold' | 'find' | 'help' | 'deselect' | 'toggle' | 'add' }
>;

/** Keys and mouse on the list of excerpts. */
export class ListInput {
  constructor(
    private readonly rows: CodeExcerptRows,
    private readonly selection: Selection,
    private readonly actions: InputActions,
  ) {
    const list = rows.element;
    list.addEventListener('keydown', event => this.onKey(event));
    list.addEventListener('mousedown', event => this.onMouseDown(event));
    list.addEventListener('contextmenu', event => this.onContextMenu(event));
  }

  /** Selects none. */
  deselect(): void {
    if (this.selection.size === 0) return;
    this.selection.clear();
    this.actions.redraw();
  }

  private onKey(event: KeyboardEvent): void {
    const current = this.rows.current;
    const { target } = event;
    if (!(target instanceof Element) || target.closest('.memo-field') !== null || current === undefined) return;
    const wish = wishOf(event, this.actions.isSorting);
    // A button in an excerpt, and a heading, keep their own keys.
    if (wish === undefined || (wish.do === 'open' && !target.matches('.excerpt'))) return;
    event.preventDefault();
    this.fulfil(wish, current);
  }

  private onMouseDown(event: MouseEvent): void {
    const item = event.button === 0 ? this.rows.itemOf(event) : undefined;
    const { target } = event;
    if (item?.kind !== 'excerpt' || (target instanceof Element && target.closest('button, .memo-field'))) return;
    if (event.shiftKey) this.extendTo(this.rows.indexOf(item.key));
    else if (event.ctrlKey || event.metaKey) this.toggle(item);
    else {
      this.deselect();
      return;
    }
    // Words would be marked otherwise.
    event.preventDefault();
  }

  /** The menu of an excerpt, by the right mouse button or the keyboard; that of the editor where words are marked. */
  private onContextMenu(event: MouseEvent): void {
    const item = this.rows.itemOf(event);
    const isText = event.target instanceof Element && event.target.closest('.memo-field') !== null;
    const row = this.rowOf(item);
    if (row === undefined || isText || document.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    const rect = this.rows.elementOf(row.key)?.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    const isInside = rect === undefined || (x > rect.left && x < rect.right && y > rect.top && y < rect.bottom);
    this.actions.menu(row, isInside ? { x, y } : { x: rect.left + 24, y: Math.max(8, rect.top) + 24 });
  }

  private fulfil(wish: KeyWish, item: Item): void {
    const { rows, actions } = this;
    switch (wish.do) {
      case 'move':
        if (wish.select) this.extendTo(rows.stop(wish.steps));
        else this.go(rows.stop(wish.steps));
        break;
      case 'fold':
        if (item.kind === 'heading') actions.fold(item, true);
        else rows.focus(rows.headingOf(item.key)?.key);
        break;
      case 'unfold':
        if (item.kind === 'excerpt') break;
        if (item.collapsed) actions.fold(item, false);
        else this.go(rows.stop(1));
        break;
      case 'find':
        actions.find();
        break;
      case 'help':
        actions.help();
        break;
      case 'deselect':
        this.deselect();
        break;
      case 'toggle':
        this.toggle(item);
        break;
      case 'add':
        actions.addTarget();
        break;
      default: {
        const row = this.rowOf(item);
        if (row !== undefined) this.fulfilOnRow(wish, row);
      }
    }
  }

  private fulfilOnRow(wish: RowWish, row: RowModel): void {
    const { actions } = this;
    const { excerpt } = row;
    switch (wish.do) {
      case 'open':
        actions.open(excerpt, wish.stay);
        break;
      case 'assign':
        actions.assign(excerpt, wish.number, wish.also);
        break;
      case 'clear':
        actions.unassign(excerpt);
        break;
      case 'context':
        actions.context(excerpt, wish.by);
        break;
      case 'memo':
      case 'evidence':
      case 'recode':
      case 'remove':
      case 'example':
      case 'addCode':
      case 'comment':
      case 'quote':
        actions[wish.do](row);
    }
  }

  private go(index: number): void {
    this.rows.focus(this.itemAt(index)?.key);
  }

  private extendTo(index: number): void {
    const item = this.itemAt(index);
    const { listing } = this.actions;
    if (item === undefined || listing === undefined) return;
    const from = this.rows.indexOf(this.rows.current?.key);
    this.selection.extend(listing.items, from === -1 ? index : from, index);
    this.actions.redraw();
    this.rows.focus(item.key);
  }

  private toggle(item: Item | undefined): void {
    if (item?.kind !== 'excerpt') return;
    this.selection.toggle(item.excerptKey, item.key);
    this.actions.redraw();
    this.rows.focus(item.key);
  }

  private rowOf(item: Item | undefined): RowModel | undefined {
    return item?.kind === 'excerpt' ? this.actions.listing?.row(item) : undefined;
  }

  private itemAt(index: number): Item | undefined {
    return this.actions.listing?.items.all[index];
  }
}
