import { MOST_CONTEXT } from '../../core/analysis/excerptContext.js';
import { filterReview, groupReview, WAITING } from '../../core/analysis/reviewFilter.js';
import type { ReviewEntry } from '../../core/analysis/reviewList.js';
import { html } from '../common/dom.js';
import { Help } from '../common/help.js';
import { link } from '../common/link.js';
import type { Port } from '../common/port.js';
import { undoWish } from '../common/undoKeys.js';
import { withKeys } from '../common/withKeys.js';
import { Empty } from './empty.js';
import { estimateFor } from './estimate.js';
import { Filters } from './filters.js';
import { Header } from './header.js';
import { type EntryItem, type Items, itemsOf, NO_ITEMS, nextOf } from './items.js';
import { type KeyWish, wishOf } from './keys.js';
import { Notice } from './notice.js';
import type { FromPage, ListState, PlaceName, ToPage } from './protocol.js';
import { type ListActions, ReviewRows } from './rows.js';
import { recalled, type View } from './view.js';

/** The page as a whole: holds the state that the extension sends and how it is looked at, and draws both. */
export class ReviewPage {
  private readonly header = new Header(() => this.port.post({ type: 'all' }));
  private readonly filters = new Filters({
    kinds: kinds => this.look({ kinds }),
    whose: whose => this.look({ whose }),
  });
  private readonly notice = new Notice({
    stop: () => this.port.post({ type: 'stop' }),
    readOn: () => this.port.post({ type: 'readOn' }),
    stopSearch: () => this.port.post({ type: 'stopSearch' }),
    searchOn: () => this.port.post({ type: 'searchOn' }),
    everyone: () => this.look({ whose: 'all', kinds: WAITING }),
    all: () => this.port.post({ type: 'all' }),
  });
  private readonly empty = new Empty();
  private readonly rows = new ReviewRows(this.actionsOnRows());
  private readonly keyLine = html('div', { class: 'key-line' });
  private readonly foot = html('footer', { class: 'keys' }, this.keyLine);
  private readonly help = new Help(() => this.rows.focus());
  readonly element = html(
    'main',
    {},
    this.header.element,
    this.filters.element,
    this.notice.element,
    this.empty.element,
    this.rows.element,
    this.foot,
  );
  private state: ListState | undefined;
  private items: Items = NO_ITEMS;
  private view: View;
  /** Keys of the entries about which something was chosen that is not written yet. */
  private readonly busy = new Set<string>();
  /** Which place an entry is compared with, where it is not the first. */
  private readonly compared = new Map<string, number>();

  constructor(private readonly port: Port<FromPage, ToPage, View>) {
    this.view = recalled(port.recall());
    document.addEventListener('keydown', event => this.onUndoKey(event));
    this.rows.element.addEventListener('keydown', event => this.onKey(event));
    this.rows.element.addEventListener('focusin', event => this.onFocus(event));
  }

  /** Takes a message of the extension. */
  receive(message: ToPage): void {
    switch (message.type) {
      case 'reading':
        this.notice.reading(message, message.texts);
        return;
      case 'searching':
        if (this.state !== undefined) this.state = { ...this.state, search: message };
        this.draw();
        return;
      case 'answered':
        for (const key of message.keys) this.busy.delete(key);
        this.draw();
        return;
      case 'list':
        this.take(message);
    }
  }

  private take(state: ListState): void {
    const isFirst = this.state === undefined;
    this.state = state;
    if (state.goTo !== undefined) this.arrive(state.goTo);
    this.draw();
    if (state.goTo !== undefined) this.rows.focus(state.goTo);
    else if (isFirst && document.activeElement === document.body) this.rows.focus();
  }

  /** Shows what was asked for, whatever is hidden otherwise. */
  private arrive(key: string): void {
    this.port.post({ type: 'arrived' });
    const entry = this.state?.list.entries.find(one => one.key === key);
    if (entry === undefined) return;
    const kinds = this.view.kinds.includes(entry.kind) ? this.view.kinds : [...this.view.kinds, entry.kind];
    const whose = this.coder === '' || this.coder === entry.coder ? this.view.whose : 'all';
    this.look({ kinds, whose, current: key }, false);
  }

  /** Whose codings are shown; empty: everybody's. Nobody chose: one's own, if there are any. */
  private get coder(): string {
    const me = this.state?.me;
    if (me === undefined || this.view.whose === 'all') return '';
    const hasOwn = this.state?.list.entries.some(({ coder }) => coder === me) ?? false;
    return this.view.whose === 'mine' || hasOwn ? me : '';
  }

  private actionsOnRows(): ListActions {
    return {
      take: (entry, number) => this.takePlace(entry, number),
      show: (entry, number) => this.open(entry, number, true),
      byHand: entry => this.port.post({ type: 'byHand', key: entry.key }),
      keep: entry => this.choose(entry, { type: entry.kind === 'settled' ? 'again' : 'keep', key: entry.key }),
      remove: entry => this.choose(entry, { type: 'remove', key: entry.key }),
      more: entry => this.port.post({ type: 'more', key: entry.key }),
      widen: ({ key, step }, by) => {
        const wanted = Math.max(1, Math.min(step + by, MOST_CONTEXT));
        if (wanted !== step) this.port.post({ type: 'widen', key, step: wanted });
      },
      confirm: entries => this.confirmAll(entries),
      current: current => this.look({ current }, false),
    };
  }

  private takePlace(entry: ReviewEntry, number: number): void {
    const place = placeOf(entry, number);
    if (place !== undefined) this.choose(entry, { type: 'take', key: entry.key, place });
  }

  /** Carries a choice out and goes on: the entry goes as soon as it is written, and comes back to be seen where it is refused. */
  private choose(entry: ReviewEntry, message: FromPage): void {
    if (this.busy.has(entry.key)) return;
    this.busy.add(entry.key);
    const isCurrent = this.rows.current?.key === entry.key;
    const next = nextOf(this.items, entry.key);
    this.port.post(message);
    this.draw();
    if (isCurrent && next !== undefined) this.rows.focus(next.key);
  }

  private confirmAll(entries: readonly ReviewEntry[]): void {
    const keys = entries.map(({ key }) => key).filter(key => !this.busy.has(key));
    if (keys.length === 0) return;
    for (const key of keys) this.busy.add(key);
    this.port.post({ type: 'confirm', keys });
    this.draw();
    this.rows.focus();
  }

  private open(entry: ReviewEntry, number: number, stay: boolean): void {
    const place = placeOf(entry, number);
    this.port.post({ type: 'open', key: entry.key, ...(place === undefined ? {} : { place }), stay });
  }

  private onUndoKey(event: KeyboardEvent): void {
    const type = undoWish(event);
    if (type === undefined) return;
    event.preventDefault();
    this.port.post({ type });
  }

  private onKey(event: KeyboardEvent): void {
    const { current } = this.rows;
    const wish = wishOf(event);
    if (wish === undefined || current === undefined) return;
    const isButton = event.target instanceof Element && event.target.closest('button') !== null;
    // A button keeps its own keys.
    if (isButton && (event.key === 'Enter' || event.key === ' ')) return;
    event.preventDefault();
    this.fulfil(wish, current);
  }

  private fulfil(wish: KeyWish, { entry }: EntryItem): void {
    const actions = this.actionsOnRows();
    switch (wish.do) {
      case 'move':
        this.rows.move(wish.steps);
        break;
      case 'compare':
        this.compare(entry, this.comparedOf(entry) + wish.by);
        break;
      case 'take':
        this.takePlace(entry, wish.number ?? this.comparedOf(entry));
        break;
      case 'show':
        this.open(entry, this.comparedOf(entry), true);
        break;
      case 'widen':
        actions.widen(entry, wish.by);
        break;
      case 'help':
        this.openHelp();
        break;
      case 'keep':
        if (entry.kind !== 'changed') actions.keep(entry);
        break;
      case 'byHand':
      case 'remove':
      case 'more':
        actions[wish.do](entry);
    }
  }

  /** The place that has the keyboard is the one that is compared. */
  private onFocus({ target }: FocusEvent): void {
    const number = target instanceof Element ? target.closest<HTMLElement>('.place')?.dataset.number : undefined;
    const { current } = this.rows;
    if (number !== undefined && current !== undefined) this.compare(current.entry, Number(number));
  }

  private compare(entry: ReviewEntry, number: number): void {
    const next = Math.max(1, Math.min(number, entry.places.length));
    if (next === this.comparedOf(entry)) return;
    this.compared.set(entry.key, next);
    this.draw();
  }

  private comparedOf({ key, places }: ReviewEntry): number {
    return Math.min(this.compared.get(key) ?? 1, Math.max(1, places.length));
  }

  private openHelp(): void {
    if (this.state === undefined) return;
    const { allKeys, keys, keysMore, close } = this.state.texts;
    this.help.open({ title: allKeys, keys: `${keys}\n${keysMore}`, close });
  }

  private look(change: Partial<View>, redraw = true): void {
    this.view = { ...this.view, ...change };
    this.port.remember(this.view);
    if (redraw) this.draw();
  }

  private draw(): void {
    const { state, view, coder } = this;
    if (state === undefined) return;
    const { list, texts, me } = state;
    const entries = filterReview(list.entries, { kinds: view.kinds, coder });
    this.items = itemsOf(groupReview(entries), estimateFor(this.rows.element));
    this.header.show(state);
    this.filters.show({ entries: list.entries, kinds: view.kinds, coder, me }, texts);
    const waiting = list.entries.filter(({ kind }) => kind !== 'settled').length;
    this.notice.show(state, entries.length, waiting);
    this.empty.show(state, list.complete && state.reading === undefined && entries.length === 0 && waiting === 0);
    const row = ({ entry, under }: EntryItem) => ({
      entry,
      me,
      compared: this.comparedOf(entry),
      busy: this.busy.has(entry.key),
      under,
    });
    this.rows.show({ items: this.items, row }, texts, view.current, state.reading !== undefined);
    this.drawFoot(entries.length > 0);
  }

  private drawFoot(isShown: boolean): void {
    const { texts } = this.state ?? {};
    this.foot.hidden = !isShown;
    if (texts === undefined || this.keyLine.childElementCount > 0) return;
    this.keyLine.append(...texts.keys.split('\n').map(key => html('span', {}, ...withKeys(key))));
    const help = link(texts.allKeys, '?', () => this.openHelp());
    help.classList.add('help');
    this.foot.append(help);
  }
}

function placeOf({ places }: ReviewEntry, number: number): PlaceName | undefined {
  const place = places[number - 1];
  return place && { transcript: place.transcript, span: place.span };
}
