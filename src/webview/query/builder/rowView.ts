import { ComboBox } from '../../common/comboBox.js';
import { type Choice, type Control, dropdown, textField } from '../../common/controls.js';
import { html, setAttributes } from '../../common/dom.js';
import { filled } from '../../common/filled.js';
import { link } from '../../common/link.js';
import type { FieldOffer, Texts } from '../protocol.js';
import { addRow, type Path } from './change.js';
import { codeOfOther, kindChoices, kindOf, otherWithCode, rowOfKind, verbChoices, verbOf, withVerb } from './kinds.js';
import { DEEPEST, type Group, type RelationRow, type Row, type TermRow } from './model.js';
import { TextValue } from './textValue.js';

/** What a person does in the builder. */
export interface BuilderActions {
  replace(path: Path, row: Row): void;
  remove(path: Path): void;
  /** Adds a condition within the row at a path, and goes there. */
  add(path: Path, row: Row): void;
  join(path: Path, join: Group['join']): void;
}

/** Conditions within a row. */
export interface NestedGroup {
  readonly element: HTMLElement;
  show(group: Group, path: Path, offers: BuilderOffers): void;
  /** The row at a path from here. */
  rowAt(path: Path): RowView | undefined;
}

/** What there is to choose from. */
export interface BuilderOffers {
  readonly fields: readonly FieldOffer[];
  readonly texts: Texts;
}

/** A condition that is not filled in yet. */
export const NEW_ROW: TermRow = { is: 'term', not: false, field: 'code', value: '' };

/**
 * One condition: what it is about, how it is meant, the value, and a button that takes it out. Controls stay as long as the
 * condition is of its kind, so that whoever types in one goes on typing.
 */
export class RowView {
  readonly element = html('div', { class: 'condition', role: 'group' });
  private readonly line = html('div', { class: 'condition-line' });
  private readonly value = html('div', { class: 'value' });
  private readonly kindCell = html('div', { class: 'kind' });
  private readonly verbCell = html('div', { class: 'verb' });
  private kindShape = '';
  private shape = '';
  private kind: Control<string> | undefined;
  private verb: Control<string> | undefined;
  private combo: ComboBox | undefined;
  private words: Control<string> | undefined;
  private turns: Control<string> | undefined;
  private text: TextValue | undefined;
  private nested: NestedGroup | undefined;
  private row: Row = NEW_ROW;
  private path: Path = [];

  constructor(
    private readonly actions: BuilderActions,
    private readonly newGroup: () => NestedGroup,
  ) {}

  show(row: Row, path: Path, offers: BuilderOffers): void {
    this.row = row;
    this.path = path;
    const field = row.is === 'term' ? offers.fields.find(one => one.field === row.field) : undefined;
    const code = row.is === 'relation' ? codeOfOther(row.other) : undefined;
    // Somebody may be typing the first letters of another kind: the control for it stays as long as it offers the same.
    const kinds = kindChoices(offers.fields, row, offers.texts);
    const kindShape = JSON.stringify(kinds);
    if (kindShape !== this.kindShape) this.buildKind(row, kinds, offers.texts);
    this.kindShape = kindShape;
    const shape = JSON.stringify([kindOf(row), field?.kind, (field?.values.length ?? 0) > 0, code === undefined]);
    if (shape !== this.shape) this.build(row, field, offers.texts);
    this.shape = shape;
    setAttributes(this.element, { 'aria-label': filled(offers.texts.conditionKind, path.map(i => i + 1).join('.')) });
    if (this.kind !== undefined) this.kind.value = kindOf(row);
    if (this.verb !== undefined) this.verb.value = verbOf(row);
    const values = row.is === 'relation' ? codesAndThemes(offers.fields) : (field?.values ?? []);
    this.combo?.show(row.is === 'term' ? row.value : (code ?? ''), values);
    const typed = row.is === 'term' ? row.value : '';
    if (this.words !== undefined && this.words.value !== typed) this.words.value = typed;
    const turns = row.is === 'relation' ? String(row.turns ?? '') : '';
    if (this.turns !== undefined && this.turns.value !== turns) this.turns.value = turns;
    if (row.is === 'text') this.text?.show(row.query);
    const group = row.is === 'group' ? row.group : row.is === 'relation' ? row.other : undefined;
    if (group !== undefined) this.nested?.show(group, path, offers);
  }

  /** Gives the control that says what the condition is about the keyboard; with `value` the one behind. */
  focus(value = false): void {
    const inner = value ? this.value.querySelector<HTMLElement>('input, vscode-text-field') : undefined;
    (inner ?? this.kind?.element ?? this.element.querySelector<HTMLElement>('input'))?.focus();
  }

  /** The conditions within. */
  get within(): NestedGroup | undefined {
    return this.nested;
  }

  private change(row: Row): void {
    this.actions.replace(this.path, row);
  }

  private buildKind(row: Row, kinds: readonly Choice[], texts: Texts): void {
    const change = (kind: string): void => this.change(rowOfKind(kind, this.row));
    this.kind = dropdown(texts.choose, kinds, kindOf(row), change, { hideLabel: true });
    const hadFocus = this.kindCell.contains(document.activeElement);
    this.kindCell.replaceChildren(this.kind.element);
    if (hadFocus) this.kind.element.focus();
  }

  private build(row: Row, field: FieldOffer | undefined, texts: Texts): void {
    const change = (verb: string): void => this.change(withVerb(this.row, verb));
    this.verb = dropdown(texts.holds, verbChoices(row, field, texts), verbOf(row), change, { hideLabel: true });
    this.verbCell.replaceChildren(...(row.is === 'text' ? [] : [this.verb.element]));
    this.value.replaceChildren(...this.valueControls(row, field, texts));
    if (this.line.childElementCount === 0) {
      const attributes = { class: 'remove', type: 'button', title: texts.remove, 'aria-label': texts.remove } as const;
      const remove = html('button', attributes, '×');
      remove.addEventListener('click', () => this.actions.remove(this.path));
      this.line.append(this.kindCell, this.verbCell, this.value, remove);
    }
    this.line.classList.toggle('as-text', row.is === 'text');
    this.element.classList.toggle('is-group', row.is === 'group');
    const hasNested = row.is === 'group' || (row.is === 'relation' && codeOfOther(row.other) === undefined);
    this.nested?.element.remove();
    this.nested = hasNested ? this.newGroup() : undefined;
    // What is put in again where it is loses the keyboard.
    if (this.element.childElementCount === 0) this.element.append(this.line);
    if (this.nested !== undefined) this.element.append(this.nested.element);
  }

  private valueControls(row: Row, field: FieldOffer | undefined, texts: Texts): HTMLElement[] {
    this.combo = undefined;
    this.words = undefined;
    this.turns = undefined;
    this.text = undefined;
    if (row.is === 'group') return [];
    if (row.is === 'text') {
      this.text = new TextValue(texts, query => this.change({ is: 'text', query }));
      return [this.text.element];
    }
    if (row.is === 'relation') return this.otherControls(row, texts);
    const set = (value: string): void => (this.row.is === 'term' ? this.change({ ...this.row, value }) : undefined);
    if ((field?.values.length ?? 0) > 0) {
      this.combo = new ComboBox(field?.label ?? row.field, texts.choose, set);
      return [this.combo.element];
    }
    const placeholder = field?.kind === 'date' ? texts.whenDate : field?.kind === 'words' ? texts.whichWords : '';
    this.words = textField(field?.label ?? row.field, row.value, set, { placeholder, hideLabel: true });
    return [this.words.element];
  }

  /** What is said of another excerpt: its code, or further conditions below; and how far away it may be. */
  private otherControls(row: RelationRow, texts: Texts): HTMLElement[] {
    const relation = (change: Partial<RelationRow>): void => {
      if (this.row.is === 'relation') this.change({ ...this.row, ...change });
    };
    const controls: HTMLElement[] = [];
    if (codeOfOther(row.other) !== undefined) {
      this.combo = new ComboBox(texts.anyWhere, texts.choose, value => relation({ other: otherWithCode(value) }));
      controls.push(this.combo.element);
    }
    if (row.how === 'near' || row.how === 'followed-by') {
      this.turns = textField(texts.turnsAway, String(row.turns ?? ''), typed => this.setTurns(typed), {
        placeholder: '1',
        hideLabel: true,
      });
      controls.push(html('span', { class: 'turns' }, texts.atMost, this.turns.element, texts.turnsAway));
    }
    if (codeOfOther(row.other) !== undefined && this.path.length <= DEEPEST)
      controls.push(link(texts.moreConditions, '', () => this.refine()));
    return controls;
  }

  private setTurns(typed: string): void {
    if (this.row.is !== 'relation') return;
    const { turns: _, ...row } = this.row;
    if (typed.trim() === '') this.change(row);
    else if (/^\d{1,4}$/.test(typed.trim())) this.change({ ...row, turns: Number(typed) });
  }

  /** Asks more of another excerpt than its code. */
  private refine(): void {
    const { row } = this;
    if (row.is !== 'relation') return;
    const first = row.other.rows.length === 0 ? addRow(row.other, [], NEW_ROW) : row.other;
    this.change({ ...row, other: first });
    this.actions.add(this.path, { ...NEW_ROW, field: 'role' });
  }
}

function codesAndThemes(fields: readonly FieldOffer[]): FieldOffer['values'] {
  return fields.find(({ field }) => field === 'code')?.values ?? [];
}
