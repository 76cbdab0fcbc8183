import { MOST_TARGETS, type Sorting } from '../../core/coding/sorting.js';
import { button, type Control, checkbox } from '../common/controls.js';
import { html, setAttributes } from '../common/dom.js';
import { counted, filled } from '../common/filled.js';
import type { OtherCode, Texts } from './protocol.js';
import { objectionTo, type SortModel, summaryOf } from './sortModel.js';
import { TargetField } from './targetField.js';

/** What a person does while sorting. */
export interface SortActions {
  name(number: number, name: string): void;
  add(): void;
  removeTarget(number: number): void;
  onlyMine(on: boolean): void;
  apply(): void;
  cancel(): void;
  /** From the names to the excerpts. */
  toExcerpts(): void;
}

/** The part of the page that splits a code: the codes to sort into, with their counts, and what applying would do. */
export class SortBar {
  readonly element = html('section', { class: 'sorting-bar' });
  private readonly how = html('p', { class: 'how' });
  private readonly fields = html('div', { class: 'targets' });
  private readonly names = html('datalist', { id: 'codes' });
  private readonly summary = html('p', { class: 'summary', role: 'status' });
  private readonly colleagues = html('p', { class: 'colleagues' });
  private readonly buttons = html('div', { class: 'buttons' });
  private targets: TargetField[] = [];
  private more: Control<string> | undefined;
  private mine: Control<boolean> | undefined;
  private apply: Control<string> | undefined;
  private listed: readonly OtherCode[] = [];

  constructor(private readonly actions: SortActions) {
    this.element.append(this.how, this.fields, this.names, this.summary, this.colleagues, this.buttons);
  }

  /** @param model undefined where nothing is being sorted */
  show(model: SortModel | undefined, texts: Texts): void {
    this.element.hidden = model === undefined;
    if (model === undefined) return;
    this.build(texts, model);
    const { sorting, counts } = model;
    this.how.textContent = texts.sortHow;
    // Whoever has sorted something knows, and needs the room.
    this.how.hidden = sorting.choices.size > 0;
    this.list(model.others);
    this.showTargets(sorting, model, texts);
    if (this.more !== undefined) this.more.disabled = sorting.targets.length >= MOST_TARGETS;
    const theirs = model.colleagues;
    this.colleagues.hidden = theirs.count === 0 || sorting.onlyMine;
    this.colleagues.textContent = filled(
      counted(texts.oneColleague, texts.colleagues, theirs.count),
      theirs.count,
      theirs.coders.join(', '),
    );
    if (this.mine !== undefined) {
      this.mine.value = sorting.onlyMine;
      this.mine.element.hidden = model.me === undefined || (theirs.count === 0 && !sorting.onlyMine);
    }
    const objection = objectionTo(model, texts);
    const text = objection ?? summaryOf(model, texts);
    if (this.summary.textContent !== text) this.summary.textContent = text;
    this.summary.classList.toggle('objection', objection !== undefined);
    if (this.apply !== undefined) this.apply.disabled = objection !== undefined || counts.moved === 0;
  }

  /** Gives the name of a code the keyboard. */
  focusName(number: number): void {
    this.targets[number - 1]?.focus();
  }

  private build(texts: Texts, { me }: SortModel): void {
    if (this.more !== undefined) return;
    this.more = button(texts.moreCode, () => this.actions.add(), { title: `${texts.moreCode} (N)` });
    this.apply = button(texts.apply, () => this.actions.apply(), { kind: 'primary' });
    const cancel = button(texts.stopSorting, () => this.actions.cancel());
    this.mine = checkbox(filled(texts.onlyMine, me ?? ''), false, on => this.actions.onlyMine(on));
    const spacer = html('span', { class: 'spacer' });
    this.buttons.append(this.more.element, this.mine.element, spacer, cancel.element, this.apply.element);
  }

  private list(others: readonly OtherCode[]): void {
    if (JSON.stringify(others) === JSON.stringify(this.listed)) return;
    this.listed = others;
    this.names.replaceChildren(...others.map(({ title }) => html('option', { value: title })));
  }

  private showTargets({ targets }: Sorting, model: SortModel, texts: Texts): void {
    while (this.targets.length > targets.length) this.targets.pop()?.element.remove();
    while (this.targets.length < targets.length) {
      const number = this.targets.length + 1;
      const field = new TargetField(number, texts, {
        name: name => this.actions.name(number, name),
        remove: () => this.actions.removeTarget(number),
        done: () => this.next(number),
        leave: () => this.actions.toExcerpts(),
      });
      this.targets.push(field);
      this.fields.append(field.element);
    }
    targets.forEach((name, i) => {
      this.targets[i]?.show(name, model, texts);
    });
    setAttributes(this.fields, { 'data-count': targets.length });
  }

  /** Enter goes from name to name and then to the excerpts. */
  private next(number: number): void {
    const empty = this.targets.findIndex((field, i) => i >= number && field.isEmpty);
    if (empty === -1) this.actions.toExcerpts();
    else this.targets[empty]?.focus();
  }
}
