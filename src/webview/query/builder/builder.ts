import { addRow, changeGroup, type Path, removeRow, replaceRow } from './change.js';
import { GroupView } from './groupView.js';
import type { Group, Row } from './model.js';
import type { BuilderActions, BuilderOffers } from './rowView.js';

/** Puts a question together from rows, one condition each, for somebody who has never written a question. */
export class Builder {
  private readonly top: GroupView;
  private group: Group | undefined;

  /** @param onChange hears of the conditions after each change */
  constructor(private readonly onChange: (group: Group) => void) {
    this.top = new GroupView(this.actions());
    this.top.element.classList.add('builder');
  }

  get element(): HTMLElement {
    return this.top.element;
  }

  /**
   * Shows conditions.
   * @param isStale the question has been written otherwise and cannot be read: rows would be of another one
   */
  show(group: Group, offers: BuilderOffers, isStale: boolean): void {
    this.group = group;
    this.element.toggleAttribute('inert', isStale);
    this.top.show(group, [], offers);
  }

  private actions(): BuilderActions {
    const change = (work: (group: Group) => Group): void => {
      if (this.group !== undefined) this.onChange(work(this.group));
    };
    return {
      replace: (path: Path, row: Row) => change(group => replaceRow(group, path, row)),
      remove: path => {
        change(group => removeRow(group, path));
        this.focusNear(path);
      },
      add: (path, row) => {
        change(group => addRow(group, path, row));
        const last = this.lastIn(path);
        this.top.rowAt([...path, last])?.focus();
      },
      join: (path, join) => change(group => changeGroup(group, path, inner => ({ ...inner, join }))),
    };
  }

  private lastIn(path: Path): number {
    let last = -1;
    if (this.group !== undefined) {
      changeGroup(this.group, path, inner => {
        last = inner.rows.length - 1;
        return inner;
      });
    }
    return last;
  }

  /** The row that took the place of one, or the one before it. */
  private focusNear(path: Path): void {
    const above = path.slice(0, -1);
    const at = Math.min(path.at(-1) ?? 0, this.lastIn(above));
    const row = at < 0 ? undefined : this.top.rowAt([...above, at]);
    if (row === undefined) this.top.focusAdd();
    else row.focus();
  }
}
