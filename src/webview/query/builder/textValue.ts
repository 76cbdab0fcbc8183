import { formatQuery } from '../../../core/analysis/query/format.js';
import { parseQuery } from '../../../core/analysis/query/parse.js';
import type { Query } from '../../../core/analysis/query/query.js';
import { type Control, textField } from '../../common/controls.js';
import { html } from '../../common/dom.js';
import type { Texts } from '../protocol.js';

/** What rows cannot show, as text that can be edited; what cannot be read yet changes nothing. */
export class TextValue {
  readonly element = html('div', { class: 'as-text' });
  private readonly field: Control<string>;
  private readonly wrong = html('span', { class: 'wrong-text', role: 'status' });
  private known = '';

  constructor(texts: Texts, onChange: (query: Query) => void) {
    this.field = textField(texts.text, '', text => this.typed(text, onChange), { hideLabel: true });
    this.element.append(this.field.element, this.wrong);
  }

  show(query: Query): void {
    const text = formatQuery(query);
    if (text === this.known) return;
    this.known = text;
    this.field.value = text;
  }

  private typed(text: string, onChange: (query: Query) => void): void {
    const { query, problems } = parseQuery(text);
    this.wrong.textContent = problems[0]?.message ?? '';
    if (query === undefined) return;
    this.known = formatQuery(query);
    onChange(query);
  }
}
