import type { EntryDetails } from '../../core/analysis/entryDetails.js';
import type { ListedExcerpt } from '../../core/analysis/excerptList.js';
import type { NamedMemo } from '../../core/memos/named.js';
import { cssColor } from '../common/colors.js';
import { html, setAttributes } from '../common/dom.js';
import { factsOf } from '../common/excerptList/facts.js';
import {
  labelOf,
  memoLine,
  onWordsClick,
  type ShownExcerpt,
  speakersLine,
  wordsLine,
} from '../common/excerptList/shownExcerpt.js';
import { link } from '../common/link.js';
import { contextBlock, type ShownContext } from './contextBlock.js';
import { MemoField } from './memoField.js';
import { memoLinks } from './memoLinks.js';
import { placesOf } from './places.js';
import type { Texts } from './protocol.js';

/** What can be done with an excerpt from its row. */
export interface RowActions {
  /** `stay`: the page keeps the keyboard. */
  open(excerpt: ListedExcerpt, stay: boolean): void;
  recode(row: RowModel): void;
  /** More of what stands around it, or less. */
  context(excerpt: ListedExcerpt, by: 1 | -1): void;
  /** Begins to write the memo. */
  memo(row: RowModel): void;
  typeMemo(row: RowModel, text: string): void;
  saveMemo(row: RowModel): void;
  cancelMemo(row: RowModel): void;
  /** Everything that can be done, as a menu below a button. */
  more(row: RowModel, button: HTMLElement): void;
  /** `also`: a further code, the others stay. */
  assign(excerpt: ListedExcerpt, number: number, also: boolean): void;
  openMemo(memo: NamedMemo): void;
}

/** All that an excerpt looks like. */
export interface RowModel extends ShownExcerpt {
  readonly key: string;
  readonly excerptKey: string;
  readonly color: string;
  /** The code it has, where the list is of several and the heading does not say so. */
  readonly code?: EntryDetails | undefined;
  /** While sorting: the numbers it was given, and the names of all codes by number, the old one first. */
  readonly sorted?: { readonly numbers: readonly number[]; readonly names: readonly string[] } | undefined;
  readonly context?: ShownContext | undefined;
  readonly selected: boolean;
  /** The memos that mention it. */
  readonly mentioned: readonly NamedMemo[];
  /** What is being typed as its memo. */
  readonly memo?: string | undefined;
}

/**
 * An excerpt as it is drawn: who speaks, the words, where they stand, and what can be done. The element stays as long as the
 * row is in the document, so that a change moves neither the keyboard nor what is being typed.
 */
export class Row {
  readonly element = html('article', { class: 'excerpt', tabindex: -1 });
  private readonly content = html('div', { class: 'content' });
  private memo: MemoField | undefined;
  private looks = '';
  private model: RowModel | undefined;

  constructor(
    private readonly texts: Texts,
    private readonly actions: RowActions,
  ) {
    this.element.append(this.content);
  }

  show(model: RowModel): void {
    this.model = model;
    this.showMemo(model);
    const looks = JSON.stringify({ ...model, memo: model.memo !== undefined });
    if (looks === this.looks) return;
    this.looks = looks;
    const { element, texts } = this;
    // A button that had the keyboard is drawn anew: the row has it then.
    const hadFocus = this.content.contains(document.activeElement);
    element.classList.toggle('sorting', model.sorted !== undefined);
    element.classList.toggle('selected', model.selected);
    element.classList.toggle('revealed', model.revealed);
    element.style.setProperty('--code', cssColor(model.color));
    setAttributes(element, {
      'data-key': model.key,
      'aria-label': labelOf(model, texts),
      'aria-current': model.revealed ? 'true' : undefined,
    });
    this.content.replaceChildren(...this.parts(model).filter(part => part !== undefined));
    if (hadFocus) element.focus({ preventScroll: true });
  }

  /** Gives the memo that is being written the keyboard. */
  focusMemo(): void {
    this.memo?.focus();
  }

  private parts(model: RowModel): (HTMLElement | undefined)[] {
    const { texts, actions } = this;
    const { excerpt, words, context, sorted } = model;
    const around = context && contextBlock(context, excerpt, words, texts, actions);
    const open = (memo: NamedMemo): void => actions.openMemo(memo);
    const hasTurns = context?.answer?.context !== undefined;
    const said = hasTurns ? undefined : wordsLine(model);
    onWordsClick(said ?? around, () => this.model && actions.open(this.model.excerpt, true));
    return [
      hasTurns ? undefined : speakersLine(model),
      said,
      around,
      model.memo === undefined ? memoLine(model, texts) : undefined,
      html('div', { class: 'foot' }, html('span', { class: 'facts' }, ...factsOf(model, texts)), this.buttons(model)),
      // Not among the facts: the buttons of a row in use lie over their end.
      model.mentioned.length === 0 ? undefined : memoLinks(model.mentioned, texts, open),
      sorted && placesOf(excerpt, sorted, texts, actions),
    ];
  }

  private buttons(model: RowModel): HTMLElement {
    const { texts, actions } = this;
    const { excerpt, context } = model;
    const more = html(
      'button',
      {
        class: 'link more',
        type: 'button',
        'aria-haspopup': 'menu',
        'aria-label': texts.moreActions,
        title: `${texts.moreActions} (Shift+F10)`,
      },
      '⋯',
    );
    more.addEventListener('click', () => actions.more(model, more));
    return html(
      'span',
      { class: 'actions' },
      context === undefined ? link(texts.showContext, 'C', () => actions.context(excerpt, 1)) : undefined,
      link(texts.recode, 'R', () => actions.recode(model)),
      link(excerpt.memo === undefined ? texts.memoWrite : texts.memoEdit, 'M', () => actions.memo(model)),
      more,
    );
  }

  private showMemo(model: RowModel): void {
    if (model.memo === undefined) {
      const hadFocus = this.memo?.element.contains(document.activeElement) ?? false;
      this.memo?.element.remove();
      this.memo = undefined;
      if (hadFocus) this.element.focus({ preventScroll: true });
      return;
    }
    if (this.memo === undefined) {
      const act = (run: (model: RowModel) => void) => () => this.model && run(this.model);
      this.memo = new MemoField(this.texts, {
        type: text => this.model && this.actions.typeMemo(this.model, text),
        save: act(it => this.actions.saveMemo(it)),
        cancel: act(it => this.actions.cancelMemo(it)),
      });
      this.element.append(this.memo.element);
    }
    this.memo.show(model.memo);
  }
}
