import type { GroupStatement } from '../../core/analysis/sample/statement.js';
import { html } from '../common/dom.js';
import type { ToPage } from './protocol.js';

/** What the page says before its tables: how many took part and why so many, what that means, and what is missing. */
export function statementsOf({ statements, notes, advice, texts }: Extract<ToPage, { type: 'state' }>): HTMLElement[] {
  const groups = html('ul', { class: 'statements', 'aria-label': texts.statements }, ...statements.map(statementOf));
  const lines = notes.map(note => html('p', { class: 'muted' }, note));
  const missing = advice.map(text => html('p', { class: 'advice' }, text));
  return [...missing, ...(statements.length === 0 ? [] : [groups]), ...lines];
}

function statementOf({ name, headline, arithmetic, recruitment, verdict }: GroupStatement): HTMLElement {
  const found =
    recruitment === undefined ? undefined : html('p', { class: `sum-line ${verdict ?? 'unknown'}` }, recruitment);
  return html(
    'li',
    {},
    html('p', { class: 'headline' }, html('strong', {}, name), ' ', headline),
    html('p', { class: 'sum-line' }, arithmetic),
    found,
  );
}
