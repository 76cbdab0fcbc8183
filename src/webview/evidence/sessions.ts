import { html } from '../common/dom.js';
import { filled } from '../common/filled.js';
import { voicesBar } from './bar.js';
import type { EvidenceState, ShownPerson } from './protocol.js';
import type { PeopleEvents } from './roles.js';

/** How many said it in each kind of session. */
export function kindsTable({ kinds, texts }: EvidenceState): HTMLElement[] {
  if (kinds.length === 0) return [];
  const head = [texts.kind, texts.word, texts.said, ''].map(label => html('th', { scope: 'col' }, label));
  const rows = kinds.map(kind =>
    html(
      'tr',
      {},
      html('th', { scope: 'row' }, kind.name, html('span', { class: 'muted' }, ` · ${kind.sessions}`)),
      html('td', {}, kind.word),
      html('td', {}, kind.numbers),
      html('td', { class: 'bars' }, voicesBar(kind, texts)),
    ),
  );
  return [html('h2', {}, texts.byKind), table(texts.byKind, head, rows)];
}

/** Who said it in each session, and who was there and did not. */
export function sessionsTable({ sessions, texts }: EvidenceState, events: PeopleEvents): HTMLElement[] {
  if (sessions.length === 0) return [];
  const labels = [texts.session, texts.kind, texts.said, texts.silent];
  const head = [
    ...labels.map(label => html('th', { scope: 'col' }, label)),
    html('th', { scope: 'col', class: 'number' }, texts.excerpts),
  ];
  const rows = sessions.map(({ name, kind, transcript, said, against, silent, excerpts }) => {
    const title = filled(texts.openSession, name);
    const press = html('button', { class: 'link', type: 'button', 'data-key': `session ${transcript}`, title }, name);
    press.addEventListener('click', () => events.session(transcript));
    const opposed =
      against.length === 0 ? undefined : html('span', { class: 'muted' }, ` · ${texts.against}: ${names(against)}`);
    return html(
      'tr',
      { class: excerpts === 0 ? 'without' : undefined },
      html('th', { scope: 'row' }, press),
      html('td', { class: 'muted' }, kind),
      html('td', {}, said.length === 0 ? '–' : names(said), opposed),
      html('td', { class: 'muted' }, silent.length === 0 ? '–' : names(silent)),
      html('td', { class: 'number' }, String(excerpts)),
    );
  });
  return [html('h2', {}, texts.bySession), table(texts.bySession, head, rows)];
}

const names = (people: readonly ShownPerson[]): string => people.map(({ id }) => id).join(', ');

function table(label: string, head: readonly HTMLElement[], rows: readonly HTMLElement[]): HTMLElement {
  const inner = [html('thead', {}, html('tr', {}, ...head)), html('tbody', {}, ...rows)];
  return html('div', { class: 'table' }, html('table', { 'aria-label': label }, ...inner));
}
