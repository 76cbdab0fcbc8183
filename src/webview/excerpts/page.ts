import { filterExcerpts, NO_FILTER } from '../../core/analysis/excerptFilter.js';
import type { ListedExcerpt } from '../../core/analysis/excerptList.js';
import * as sort from '../../core/coding/sorting.js';
import { html } from '../common/dom.js';
import { withKeys } from '../common/filled.js';
import type { Port } from '../common/port.js';
import { undoWish } from '../common/undoKeys.js';
import { Filters } from './filters.js';
import { Header } from './header.js';
import { type KeyWish, wishOf } from './keys.js';
import { Notice } from './notice.js';
import type { FromPage, ListState, ToPage } from './protocol.js';
import type { RowModel } from './row.js';
import { ExcerptRows } from './rows.js';
import { SortBar } from './sortBar.js';
import { type SortModel, sortModel } from './sortModel.js';
import { keysOf, type Remembered, recalled, remembered, type View } from './view.js';

/** The page as a whole: holds the state that the extension sends and how it is looked at, and draws both. */
export class ExcerptsPage {
  private readonly header = new Header({
    openCodebook: () => this.port.post({ type: 'codebook' }),
    split: () => this.beginSorting(),
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
    showAll: () => this.look({ filter: NO_FILTER, onlyWaiting: false }),
  });
  private readonly notice = new Notice({
    stop: () => this.port.post({ type: 'stop' }),
    readOn: () => this.port.post({ type: 'readOn' }),
    goOn: () => this.beginSorting(),
    discard: () => this.port.post({ type: 'sorting' }),
  });
  private readonly rows = new ExcerptRows(
    {
      open: ({ id }, stay) => this.port.post({ type: 'open', id, stay }),
      example: ({ id }) => this.port.post({ type: 'example', id }),
      remove: ({ id }) => this.port.post({ type: 'remove', id }),
      assign: (excerpt, number, also) => this.assign(excerpt, number, also),
    },
    current => this.look({ current }, false),
  );
  private readonly keys = html('footer', { class: 'keys' });
  readonly element = html(
    'main',
    {},
    this.header.element,
    this.sortBar.element,
    this.notice.element,
    this.filters.element,
    this.rows.element,
    this.keys,
  );
  private state: ListState | undefined;
  private view: View;

  constructor(private readonly port: Port<FromPage, ToPage, Remembered>) {
    this.view = recalled(port.recall());
    this.rows.element.addEventListener('keydown', event => this.onKey(event));
    document.addEventListener('keydown', event => this.onUndoKey(event));
    // The names of transcripts, and the excerpt that is gone to, stay below the codes.
    new ResizeObserver(() =>
      this.element.style.setProperty('--sticky', `${this.sortBar.element.offsetHeight}px`),
    ).observe(this.sortBar.element);
  }

  /** Takes a message of the extension. */
  receive(message: ToPage): void {
    if (message.type === 'reading') {
      this.notice.reading(message);
      return;
    }
    this.state = message.type === 'list' ? message : undefined;
    if (message.type === 'gone') {
      this.notice.gone(message.texts);
      for (const part of [this.header, this.sortBar, this.filters, this.rows]) part.element.hidden = true;
      return;
    }
    for (const part of [this.header, this.rows]) part.element.hidden = false;
    const isFirst = this.rows.current === undefined;
    this.takeSorting(sort.unpackSorting(message.sorting));
    if (message.begin) {
      this.port.post({ type: 'begun' });
      this.beginSorting();
    } else this.draw();
    if (isFirst && !message.begin && document.activeElement === document.body) this.rows.focus();
  }

  private get sorting(): SortModel | undefined {
    return this.state && this.view.sorting && sortModel(this.view.sorting, this.state);
  }

  /** Of what the page kept of a sorting and what the extension kept, the newer counts; one that was applied is over. */
  private takeSorting(kept: sort.Sorting | undefined): void {
    const { sorting } = this.view;
    if (sorting === undefined || kept === undefined || kept.turn < sorting.turn) return;
    if (kept.applied) this.look({ sorting: undefined, onlyWaiting: false }, false);
    else if (kept.turn > sorting.turn) this.look({ sorting: kept }, false);
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
    const isCurrent = at?.excerpt.id === id;
    const before = this.models().map(model => model.key);
    this.change(sorting => (also ? sort.assignAlso(sorting, id, number) : sort.assign(sorting, id, number)));
    if (also || !isCurrent) return;
    const next = before[before.indexOf(at.key) + 1];
    this.rows.focus(next ?? this.rows.current?.key);
  }

  private onKey(event: KeyboardEvent): void {
    const current = this.rows.current;
    const isOnExcerpt = event.target instanceof Element && event.target.matches('.excerpt');
    const wish = wishOf(event, this.view.sorting !== undefined);
    // A button in an excerpt keeps its own keys.
    if (wish === undefined || current === undefined || (!isOnExcerpt && wish.do === 'open')) return;
    event.preventDefault();
    this.fulfil(wish, current.excerpt);
  }

  private onUndoKey(event: KeyboardEvent): void {
    const type = undoWish(event);
    if (type === undefined) return;
    event.preventDefault();
    this.port.post({ type });
  }

  private fulfil(wish: KeyWish, excerpt: ListedExcerpt): void {
    const { id } = excerpt;
    if (wish.do === 'move') this.rows.move(wish.steps);
    else if (wish.do === 'open') this.port.post({ type: 'open', id, stay: wish.stay });
    else if (wish.do === 'assign') this.assign(excerpt, wish.number, wish.also);
    else if (wish.do === 'find') this.filters.focusWords();
    else if (wish.do === 'clear') this.change(sorting => sort.unassign(sorting, id));
    else if (wish.do === 'add') this.addTarget();
    else this.port.post({ type: wish.do, id });
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
    const sorting = this.sorting;
    this.header.show(list, texts, sorting !== undefined);
    this.sortBar.show(sorting, texts);
    const kept = sorting === undefined ? this.keptSorting() : undefined;
    const models = this.models();
    this.notice.show(state, kept, models.length === 0);
    const waiting = sorting === undefined ? {} : { onlyWaiting: view.onlyWaiting };
    const all = sorting?.scope ?? list.excerpts;
    this.filters.show({ filter: view.filter, all, shown: models.length, ...waiting }, texts);
    this.rows.show(models, texts, view.current);
    this.keys.replaceChildren(...withKeys(sorting === undefined ? texts.keysRead : texts.keysSort));
    this.keys.hidden = models.length === 0;
    document.body.classList.toggle('is-sorting', sorting !== undefined);
  }

  private models(): RowModel[] {
    const { state, view } = this;
    if (state === undefined) return [];
    const { list } = state;
    const sorting = this.sorting;
    const keys = new Map(keysOf(list.excerpts).map((key, i) => [list.excerpts[i], key]));
    const codes = new Map(list.codes.map(code => [code.id, code]));
    const names = sorting && [sorting.old, ...sorting.sorting.targets.map(name => name.trim())];
    const wanted = filterExcerpts(sorting?.scope ?? list.excerpts, view.filter);
    return wanted.flatMap(excerpt => {
      const numbers = sorting?.sorting.choices.get(excerpt.id) ?? [];
      if (sorting !== undefined && view.onlyWaiting && numbers.length > 0) return [];
      const code = codes.get(excerpt.code);
      return {
        key: keys.get(excerpt) ?? '',
        excerpt,
        color: (code ?? list.entry).color,
        code,
        sorted: names && { numbers, names },
      };
    });
  }
}
