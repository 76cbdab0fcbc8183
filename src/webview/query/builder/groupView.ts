import { button, type Control, dropdown } from '../../common/controls.js';
import { html } from '../../common/dom.js';
import { link } from '../../common/link.js';
import type { Path } from './change.js';
import { DEEPEST, type Group } from './model.js';
import { type BuilderActions, type BuilderOffers, NEW_ROW, type NestedGroup, RowView } from './rowView.js';

/** Conditions of which all or any hold, with buttons that add one. */
export class GroupView implements NestedGroup {
  readonly element = html('div', { class: 'conditions' });
  private readonly head = html('div', { class: 'conditions-head' });
  private readonly list = html('div', { class: 'conditions-list' });
  private readonly foot = html('div', { class: 'conditions-foot' });
  private readonly rows: RowView[] = [];
  private join: Control<string> | undefined;
  private group: Group | undefined;
  private path: Path = [];

  constructor(private readonly actions: BuilderActions) {
    this.element.append(this.head, this.list, this.foot);
  }

  show(group: Group, path: Path, offers: BuilderOffers): void {
    this.group = group;
    this.path = path;
    this.build(offers);
    if (this.join !== undefined) this.join.value = group.join;
    // In a row of its own a group says there how it is joined.
    while (this.rows.length > group.rows.length) this.rows.pop()?.element.remove();
    for (const [i, row] of group.rows.entries()) {
      const view = this.rows[i] ?? this.newRow();
      view.show(row, [...path, i], offers);
    }
  }

  rowAt([index, ...rest]: Path): RowView | undefined {
    const row = this.rows[index ?? -1];
    return rest.length === 0 ? row : row?.within?.rowAt(rest);
  }

  /** Gives the button that adds a condition the keyboard. */
  focusAdd(): void {
    this.foot.querySelector<HTMLElement>('vscode-button, button')?.focus();
  }

  private newRow(): RowView {
    const view = new RowView(this.actions, () => new GroupView(this.actions));
    this.rows.push(view);
    this.list.append(view.element);
    return view;
  }

  private build({ texts }: BuilderOffers): void {
    if (this.foot.childElementCount > 0) return;
    const isTop = this.path.length === 0;
    const joins = [
      { value: 'all', label: texts.all },
      { value: 'any', label: texts.any },
    ];
    const chosen = (join: string): void => this.actions.join(this.path, join === 'any' ? 'any' : 'all');
    this.join = dropdown(texts.holds, joins, 'all', chosen, { hideLabel: true });
    this.head.append(
      ...(isTop ? [texts.holds, ' '] : []),
      this.join.element,
      ' ',
      isTop ? texts.holdsAfter : texts.otherHolds,
    );
    const offer = (label: string, press: () => void): HTMLElement =>
      isTop ? button(label, press).element : link(label, '', press);
    this.foot.append(offer(texts.addCondition, () => this.actions.add(this.path, NEW_ROW)));
    if (this.path.length >= DEEPEST) return;
    const group = (): void => {
      const within: Group = { join: this.group?.join === 'any' ? 'all' : 'any', rows: [NEW_ROW, NEW_ROW] };
      this.actions.add(this.path, { is: 'group', not: false, group: within });
    };
    this.foot.append(offer(texts.addGroup, group));
  }
}
