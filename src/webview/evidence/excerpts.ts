import { html } from '../common/dom.js';
import { evidenceSign } from '../common/evidenceSign.js';
import { filled } from '../common/filled.js';
import type { EvidenceState, ShownExcerpt, ShownExcerpts, Texts } from './protocol.js';

/** What a person does with excerpts. */
export interface ExcerptEvents {
  open(id: string): void;
  mark(id: string): void;
  /** Shows all excerpts of a mark. */
  whole(mark: string): void;
  fold(mark: string, isFolded: boolean): void;
}

/** How lists of excerpts are looked at, by their marks. */
export interface ExcerptsView {
  readonly whole: readonly string[];
  readonly folded: readonly string[];
}

/** So many excerpts of a mark are shown at first. */
const SHOWN = 40;

/** The excerpts, one section a mark. */
export function excerptSections(
  { excerpts, texts }: EvidenceState,
  view: ExcerptsView,
  events: ExcerptEvents,
): HTMLElement[] {
  const heading = html('h2', {}, texts.excerpts);
  if (excerpts.length === 0) return [heading, html('p', { class: 'muted' }, texts.noExcerpts)];
  return [heading, ...excerpts.map(section => sectionOf(section, texts, view, events))];
}

function sectionOf(
  { mark, title, all }: ShownExcerpts,
  texts: Texts,
  view: ExcerptsView,
  events: ExcerptEvents,
): HTMLElement {
  const shown = view.whole.includes(mark) ? all : all.slice(0, SHOWN);
  const sign = mark === 'unmarked' ? undefined : evidenceSign(mark, texts);
  const summary = html(
    'summary',
    { 'data-key': `mark ${mark}` },
    html(
      'h3',
      {},
      sign ?? title,
      html('span', { class: 'muted' }, sign === undefined ? ` · ${all.length}` : ` · ${title} · ${all.length}`),
    ),
  );
  const more = html('button', { class: 'link', type: 'button' }, filled(texts.showAll, all.length));
  more.addEventListener('click', () => events.whole(mark));
  const section = html(
    'details',
    { class: `mark ${mark}`, open: !view.folded.includes(mark) },
    summary,
    ...shown.map(excerpt => excerptOf(excerpt, texts, events)),
    shown.length < all.length ? more : undefined,
  );
  section.addEventListener('toggle', () => events.fold(mark, !section.open));
  return section;
}

function excerptOf(
  { id, speakers, text, facts, code, memo }: ShownExcerpt,
  texts: Texts,
  events: ExcerptEvents,
): HTMLElement {
  const action = (label: string, key: string, run: (id: string) => void): HTMLElement => {
    const press = html('button', { class: 'link', type: 'button', 'data-key': `${key} ${id}` }, label);
    press.addEventListener('click', () => run(id));
    return press;
  };
  return html(
    'article',
    { class: 'quote' },
    speakers === '' ? undefined : html('div', { class: 'speaker' }, speakers),
    html('p', { class: 'words' }, text),
    memo === undefined
      ? undefined
      : html('p', { class: 'memo' }, html('span', { class: 'muted' }, `${texts.memo} `), memo),
    html(
      'div',
      { class: 'facts' },
      code === undefined ? undefined : html('span', { class: 'code' }, `${code} · `),
      `${facts} · `,
      action(texts.open, 'open', events.open),
      ' · ',
      action(texts.mark, 'set', events.mark),
    ),
  );
}
