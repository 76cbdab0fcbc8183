import { countKinds } from '../../core/analysis/reviewFilter.js';
import { REVIEW_KINDS, type ReviewKind } from '../../core/analysis/reviewKind.js';
import type { ReviewEntry } from '../../core/analysis/reviewList.js';
import { html, setAttributes } from '../common/dom.js';
import type { Texts } from './protocol.js';
import { kindText } from './words.js';

/** What is shown, of what. */
export interface FilterModel {
  readonly entries: readonly ReviewEntry[];
  readonly kinds: readonly ReviewKind[];
  /** Whose codings are shown; empty: everybody's. */
  readonly coder: string;
  /** Who looks, where that is known. */
  readonly me: string | undefined;
}

/** What a person changes. */
export interface FilterActions {
  kinds(kinds: readonly ReviewKind[]): void;
  whose(whose: 'mine' | 'all'): void;
}

/** The bar above the entries: kinds with their counts, and whose codings. */
export class Filters {
  private readonly chips = new Map<ReviewKind, HTMLButtonElement>();
  private readonly mine = html('button', { type: 'button', class: 'chip' });
  private readonly all = html('button', { type: 'button', class: 'chip' });
  private readonly kinds = html('div', { class: 'chips', role: 'group' });
  private readonly whose = html('div', { class: 'chips whose', role: 'group' }, this.mine, this.all);
  readonly element = html('div', { class: 'filters' }, this.kinds, html('span', { class: 'spacer' }), this.whose);
  private shown: readonly ReviewKind[] = [];

  constructor(actions: FilterActions) {
    for (const kind of REVIEW_KINDS) {
      const chip = html('button', { type: 'button', class: `chip ${kind}`, 'data-kind': kind });
      chip.addEventListener('click', () => {
        const others = this.shown.filter(one => one !== kind);
        actions.kinds(others.length < this.shown.length ? others : [...this.shown, kind]);
      });
      this.chips.set(kind, chip);
      this.kinds.append(chip);
    }
    this.mine.addEventListener('click', () => actions.whose('mine'));
    this.all.addEventListener('click', () => actions.whose('all'));
  }

  show({ entries, kinds, coder, me }: FilterModel, texts: Texts): void {
    this.shown = kinds;
    this.element.hidden = entries.length === 0;
    setAttributes(this.kinds, { 'aria-label': texts.showKinds });
    setAttributes(this.whose, { 'aria-label': texts.showWhose });
    const counts = countKinds(entries, coder);
    for (const [kind, chip] of this.chips) {
      draw(chip, kindText(kind, texts), counts[kind], kinds.includes(kind));
      // What nobody has kept without a place needs no button.
      chip.hidden = kind === 'settled' && counts.settled === 0 && !kinds.includes('settled');
    }
    const hasOthers = me !== undefined && entries.some(entry => entry.coder !== me);
    this.whose.hidden = !hasOthers;
    const own = entries.filter(entry => entry.coder === me && entry.kind !== 'settled').length;
    draw(this.mine, texts.byMe, own, coder !== '');
    draw(this.all, texts.byEveryone, entries.filter(({ kind }) => kind !== 'settled').length, coder === '');
  }
}

function draw(chip: HTMLButtonElement, name: string, count: number, isOn: boolean): void {
  setAttributes(chip, { 'aria-pressed': String(isOn) });
  const looks = `${name} ${count}`;
  if (chip.dataset.looks === looks) return;
  chip.dataset.looks = looks;
  chip.replaceChildren(html('span', {}, name), ' ', html('span', { class: 'count' }, String(count)));
}
