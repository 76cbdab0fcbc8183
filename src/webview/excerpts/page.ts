import { NO_FILTER } from '../../core/analysis/excerptFilter.js';
import { type Grouping, groupingsOf } from '../../core/analysis/excerptGroups.js';
import type { ListedExcerpt } from '../../core/analysis/excerptList.js';
import * as sort from '../../core/coding/sorting.js';
import type { NamedMemo } from '../../core/memos/named.js';
import { html } from '../common/dom.js';
import { estimateFor } from '../common/excerptList/estimate.js';
import { keysByExcerpt } from '../common/excerptList/excerptKeys.js';
import { type HeadingItem, headingKey } from '../common/excerptList/items.js';
import { Help } from '../common/help.js';
import type { MenuPlace } from '../common/menu.js';
import type { Port } from '../common/port.js';
import { undoWish } from '../common/undoKeys.js';
import { Contexts } from './contexts.js';
import { Filters } from './filters.js';
import { Foot } from './foot.js';
import { Header } from './header.js';
import { type InputActions, ListInput } from './listInput.js';
import { type Listing, listingOf } from './listing.js';
import { MemoDrafts } from './memoDrafts.js';
import { Notice } from './notice.js';
import type { FromPage, ListState, ToPage } from './protocol.js';
import type { RowModel } from './row.js';
import { openRowMenu } from './rowMenu.js';
import { CodeExcerptRows, type ListActions } from './rows.js';
import { Selection } from './selection.js';
import { SortBar } from './sortBar.js';
import { type Remembered, recalled, remembered, type View } from './view.js';

/** How high the numbers to sort by are below an excerpt, in pixels. */
const PLACES = 34;

/** The page as a whole: holds the state that the extension sends and how it is looked at, and draws both. */
export class ExcerptsPage {
  private readonly header = new Header({
    openCodebook: () => this.port.post({ type: 'codebook' }),
    whoSaidIt: () => this.port.post({ type: 'whoSaidIt' }),
    split: () => this.beginSorting(),
    openMemo: memo => this.openMemo(memo),
  });
  private readonly sortBar = new SortBar({
    name: (number, name) => this.change(sorting => sort.nameTarget(sorting, number, name)),
    add: () => this.addTarget(),
    removeTarget: number => this.change(sorting => sort.removeTarget(sorting, number)),
    onlyMine: on => this.change(sorting => sort.sortOnlyMine(sorting, on)),
    apply: () => this.apply(),
    cancel: () => this.look({ sorting: undefined, onlyWaiting: false }),
    toExcerpts: () => this.rows.focus(),
  });
  private readonly filters = new Filters({
    filter: change => this.look({ filter: { ...this.view.filter, ...change } }),
    onlyWaiting: onlyWaiting => this.look({ onlyWaiting }),
    group: by => this.group(by),
    showAll: () => this.look({ filter: NO_FILTER, onlyWaiting: false }),
  });
  private readonly notice = new Notice({
    stop: () => this.port.post({ type: 'stop' }),
    readOn: () => this.port.post({ type: 'readOn' }),
    goOn: () => this.beginSorting(),
    discard: () => this.port.post({ type: 'sorting' }),
  });
  private readonly actions = this.actionsOnRows();
  private readonly rows = new CodeExcerptRows(this.actions);
  private readonly selection = new Selection();
  private readonly input = new ListInput(this.rows, this.selection, this.actions);
  private readonly foot = new Foot({
    recode: () => this.withSelected(ids => this.port.post({ type: 'recode', ids })),
    remove: () => this.withSelected(ids => this.port.post({ type: 'remove', ids })),
    deselect: () => this.withSelected(() => this.input.deselect()),
    help: () => this.openHelp(),
  });
  private readonly help = new Help(() => this.rows.focus());
  private readonly drafts = new MemoDrafts();
  private readonly contexts = new Contexts((id, step) => this.port.post({ type: 'context', id, step }));
  readonly element = html(
    'main',
    {},
    this.header.element,
    this.sortBar.element,
    this.notice.element,
    this.filters.element,
    this.rows.element,
    this.foot.element,
  );
  private state: ListState | undefined;
  private listing: Listing | undefined;
  private view: View;

  constructor(private readonly port: Port<FromPage, ToPage, Remembered>) {
    this.view = recalled(port.recall());
    document.addEventListener('keydown', event => this.onUndoKey(event));
    // The headings of groups, and the excerpt that is gone to, stay below the codes.
    new ResizeObserver(() =>
      this.element.style.setProperty('--sticky', `${this.sortBar.element.offsetHeight}px`),
    ).observe(this.sortBar.element);
  }

  /** What can be done in the list, from rows, menus and by keys. */
  private actionsOnRows(): ListActions & InputActions {
    const page = this;
    return {
      get isSorting() {
        return page.view.sorting !== undefined;
      },
      get listing() {
        return page.listing;
      },
      redraw: () => this.draw(),
      current: current => this.look({ current }, false),
      fold: (item, collapsed) => this.fold(item, collapsed),
      toggleGroup: item => this.fold(item, !item.collapsed),
      open: (excerpt, stay) => this.open(excerpt, stay),
      context: ({ id }, by) => this.look({ contexts: this.contexts.step(this.view.contexts, id, by) }),
      openMemo: memo => this.openMemo(memo),
      recode: row => this.port.post({ type: 'recode', ids: this.meant(row) }),
      evidence: row => this.port.post({ type: 'evidence', ids: this.meant(row) }),
      remove: row => this.port.post({ type: 'remove', ids: this.meant(row) }),
      example: ({ excerpt: { id } }) => this.port.post({ type: 'example', id }),
      history: ({ excerpt: { id } }) => this.port.post({ type: 'history', id }),
      addCode: ({ excerpt: { id } }) => this.port.post({ type: 'addCode', id }),
      quote: ({ excerpt: { id } }) => this.port.post({ type: 'quote', id }),
      comment: ({ excerpt: { id } }) => this.port.post({ type: 'comment', id }),
      memo: row => this.writeMemo(row),
      typeMemo: ({ excerptKey }, text) => {
        this.look({ memos: this.drafts.typed(this.view.memos, excerptKey, text) }, false);
      },
      saveMemo: row => this.saveMemo(row),
      cancelMemo: row => this.closeMemo(row),
      assign: (excerpt, number, also) => this.assign(excerpt, number, also),
      unassign: ({ id }) => this.change(sorting => sort.unassign(sorting, id)),
      addTarget: () => this.addTarget(),
      find: () => this.filters.focusWords(),
      help: () => this.openHelp(),
      menu: (row, place) => this.openMenu(row, place),
      more: (row, button) => {
        const { left, bottom } = button.getBoundingClientRect();
        this.openMenu(row, { x: left, y: bottom });
      },
    };
  }

  private openMemo({ path, line }: NamedMemo): void {
    this.port.post({ type: 'openMemo', path, line });
  }

  /** Takes a message of the extension. */
  receive(message: ToPage): void {
    if (message.type === 'reading') {
      this.notice.reading(message);
      return;
    }
    if (message.type === 'context') {
      this.contexts.take(message, this.view.contexts);
      this.draw();
      return;
    }
    this.state = message.type === 'list' ? message : undefined;
    if (message.type === 'gone') {
      this.notice.gone(message.texts);
      for (const part of [this.header, this.sortBar, this.filters, this.rows, this.foot]) part.element.hidden = true;
      return;
    }
    for (const part of [this.header, this.rows]) part.element.hidden = false;
    const isFirst = this.rows.current === undefined;
    this.takeSorting(sort.unpackSorting(message.sorting));
    this.takeExcerpts(message);
    if (message.begin) {
      this.port.post({ type: 'begun' });
      this.beginSorting();
    } else this.draw();
    if (isFirst && !message.begin && document.activeElement === document.body) this.rows.focus();
  }

  /** Of what the page kept of a sorting and what the extension kept, the newer counts; one that was applied is over. */
  private takeSorting(kept: sort.Sorting | undefined): void {
    const { sorting } = this.view;
    if (sorting === undefined || kept === undefined || kept.turn < sorting.turn) return;
    if (kept.applied) this.look({ sorting: undefined, onlyWaiting: false }, false);
    else if (kept.turn > sorting.turn) this.look({ sorting: kept }, false);
  }

  /** What hangs on excerpts follows them: a memo that was saved is no draft, context is asked for again. */
  private takeExcerpts({ list }: ListState): void {
    const keys = keysByExcerpt(list.excerpts);
    const memos = this.drafts.withoutSaved(this.view.memos, keys);
    if (memos !== this.view.memos) this.look({ memos }, false);
    this.contexts.askAll(this.view.contexts);
  }

  /** The sorting that was begun before, if any of what was sorted is still there. */
  private keptSorting(): sort.Sorting | undefined {
    const kept = sort.unpackSorting(this.state?.sorting);
    return kept && sort.resumed(kept, this.state?.list.excerpts.map(({ id }) => id) ?? []);
  }

  private beginSorting(): void {
    const sorting = this.view.sorting ?? this.keptSorting() ?? sort.NEW_SORTING;
    this.look({ sorting });
    const unnamed = sorting.targets.findIndex(name => name.trim() === '');
    if (unnamed === -1) this.rows.focus();
    else this.sortBar.focusName(unnamed + 1);
  }

  private addTarget(): void {
    this.change(sorting => sort.addTarget(sorting));
    this.sortBar.focusName(this.view.sorting?.targets.length ?? 0);
  }

  private apply(): void {
    const { sorting } = this.view;
    if (sorting === undefined) return;
    this.port.post({ type: 'apply', sorting: sort.packSorting(sorting) });
  }

  /** Gives an excerpt a code and, where that is its only one, goes on to the next. */
  private assign({ id }: ListedExcerpt, number: number, also: boolean): void {
    const at = this.rows.current;
    const isCurrent = at?.kind === 'excerpt' && at.excerpt.id === id;
    const next = this.listing?.items.all[this.rows.stop(1)];
    this.change(sorting => (also ? sort.assignAlso(sorting, id, number) : sort.assign(sorting, id, number)));
    if (also || !isCurrent) return;
    this.rows.focus(next !== undefined && this.rows.indexOf(next.key) !== -1 ? next.key : this.rows.current?.key);
  }

  private open(excerpt: ListedExcerpt, stay: boolean): void {
    const { id } = excerpt;
    this.port.post({ type: 'open', id, stay });
    if (excerpt.line === undefined) return;
    this.look({ revealed: keysByExcerpt(this.state?.list.excerpts ?? []).get(excerpt) });
  }

  private group(grouping: Grouping): void {
    this.look({ grouping });
    this.port.post({ type: 'grouping', grouping });
  }

  private fold({ group }: HeadingItem, collapsed: boolean): void {
    const others = this.view.collapsed.filter(key => key !== group.key);
    this.look({ collapsed: collapsed ? [...others, group.key] : others, current: headingKey(group) });
    this.rows.focus(headingKey(group));
  }

  private writeMemo({ key, excerptKey, excerpt }: RowModel): void {
    this.look({ memos: this.drafts.begun(this.view.memos, excerptKey, excerpt.memo ?? '') });
    this.rows.focusMemo(key);
  }

  private saveMemo(row: RowModel): void {
    const { excerptKey, excerpt } = row;
    const text = this.view.memos[excerptKey]?.text.trim() ?? '';
    if (text === (excerpt.memo ?? '').trim()) {
      this.closeMemo(row);
      return;
    }
    this.look({ memos: this.drafts.sent(this.view.memos, excerptKey) }, false);
    this.port.post({ type: 'memo', id: excerpt.id, text });
  }

  private closeMemo({ excerptKey }: RowModel): void {
    this.look({ memos: this.drafts.closed(this.view.memos, excerptKey) });
  }

  /** Ids of the codings that an action on a row is meant for: all that are selected, if the row is. */
  private meant({ excerptKey, excerpt }: Pick<RowModel, 'excerptKey' | 'excerpt'>): string[] {
    return this.selection.excerpts.has(excerptKey) ? this.selectedIds() : [excerpt.id];
  }

  private selectedIds(): string[] {
    const excerpts = this.state?.list.excerpts ?? [];
    const keys = keysByExcerpt(excerpts);
    return excerpts.filter(one => this.selection.excerpts.has(keys.get(one) ?? '')).map(({ id }) => id);
  }

  private withSelected(run: (ids: string[]) => void): void {
    this.rows.focus();
    run(this.selectedIds());
  }

  private onUndoKey(event: KeyboardEvent): void {
    const type = undoWish(event);
    if (type === undefined) return;
    event.preventDefault();
    this.port.post({ type });
  }

  private openMenu(row: RowModel, place: MenuPlace): void {
    if (this.state !== undefined)
      openRowMenu(row, this.state.texts, place, this.actions, () => this.rows.focus(row.key));
  }

  private openHelp(): void {
    if (this.state === undefined) return;
    const { allKeys, close, keysMore, keysRead, keysSort } = this.state.texts;
    const keys = this.view.sorting === undefined ? keysRead : keysSort;
    this.help.open({ title: allKeys, keys: `${keys}\n${keysMore}`, close });
  }

  private change(change: (sorting: sort.Sorting) => sort.Sorting): void {
    const { sorting } = this.view;
    if (sorting === undefined) return;
    const next = change(sorting);
    if (next === sorting) return;
    const packed = sort.packSorting(next);
    if (this.state !== undefined) this.state = { ...this.state, sorting: packed };
    this.port.post({ type: 'sorting', sorting: packed });
    this.look({ sorting: next });
  }

  private look(change: Partial<View>, redraw = true): void {
    this.view = { ...this.view, ...change };
    this.port.remember(remembered(this.view));
    if (redraw) this.draw();
  }

  private draw(): void {
    const { state, view } = this;
    if (state === undefined) return;
    const { list, texts } = state;
    const isSorting = view.sorting !== undefined;
    const extras = { selection: this.selection, answers: this.contexts.answers };
    const listing = listingOf(state, view, extras, estimateFor(this.rows.element, isSorting ? PLACES : 0));
    this.listing = listing;
    // Nothing is changed by an action that cannot be seen.
    if (state.reading === undefined) this.selection.keep(listing.items.all);
    this.header.show(state, isSorting);
    this.sortBar.show(listing.sorting, texts);
    const kept = isSorting ? undefined : this.keptSorting();
    this.notice.show(state, kept, listing.shown === 0);
    const waiting = isSorting ? { onlyWaiting: view.onlyWaiting } : {};
    const { scope: all, shown, grouping } = listing;
    this.filters.show({ filter: view.filter, all, shown, grouping, groupings: groupingsOf(list), ...waiting }, texts);
    this.rows.show(listing, texts, view.current, state.reading !== undefined);
    this.foot.show(texts, isSorting, this.selection.size);
    this.foot.element.hidden = shown === 0;
    document.body.classList.toggle('is-sorting', isSorting);
  }
}
