import './evidence.css';
import { cssColor } from '../common/colors.js';
import { button } from '../common/controls.js';
import { html } from '../common/dom.js';
import { link } from '../common/link.js';
import { openPort } from '../common/port.js';
import { undoWish } from '../common/undoKeys.js';
import { excerptSections } from './excerpts.js';
import type { EvidenceState, FromPage, ToPage } from './protocol.js';
import { rolesOf } from './roles.js';
import { kindsTable, sessionsTable } from './sessions.js';

/** What the page remembers: which lists of excerpts are shown whole or folded, by their marks. */
interface View {
  readonly whole: readonly string[];
  readonly folded: readonly string[];
}

const port = openPort<FromPage, ToPage, View>();
const recalled = port.recall();
let view: View = { whole: recalled.whole ?? [], folded: recalled.folded ?? [] };
let state: EvidenceState | undefined;

const notice = html('div', { class: 'notice', role: 'status', hidden: true });
const content = html('main', {});
const message = html('div', { class: 'empty', role: 'status' });
document.body.append(notice, content, message);
document.addEventListener('keydown', event => {
  const type = undoWish(event);
  if (type === undefined) return;
  event.preventDefault();
  port.post({ type });
});

port.start(received => {
  switch (received.type) {
    case 'state':
      state = received;
      message.hidden = true;
      content.hidden = false;
      render();
      return;
    case 'nothing':
      content.hidden = true;
      notice.hidden = true;
      message.hidden = false;
      message.replaceChildren(html('h1', {}, received.heading), html('p', {}, received.text));
      return;
    case 'reading':
      notice.hidden = false;
      notice.replaceChildren(
        received.text,
        link(received.cancel, '', () => port.post({ type: 'cancel' })),
      );
  }
});

/** Draws everything anew; what had the keyboard has it again, and the page stays where it was scrolled to. */
function render(): void {
  if (state === undefined) return;
  const { texts, isComplete } = state;
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
  const top = document.scrollingElement?.scrollTop ?? 0;
  notice.hidden = isComplete;
  if (!isComplete)
    notice.replaceChildren(
      texts.stopped,
      link(texts.readAll, '', () => port.post({ type: 'readAll' })),
    );
  const events = {
    ask: (participant: string) => port.post({ type: 'ask', participant }),
    session: (transcript: string) => port.post({ type: 'session', transcript }),
    open: (id: string) => port.post({ type: 'open', id }),
    mark: (id: string) => port.post({ type: 'mark', id }),
    whole: (mark: string) => look({ whole: [...view.whole, mark] }),
    fold: (mark: string, isFolded: boolean) => {
      const folded = view.folded.filter(one => one !== mark);
      look({ folded: isFolded ? [...folded, mark] : folded }, false);
    },
  };
  content.replaceChildren(
    head(state),
    ...rolesOf(state, events),
    ...kindsTable(state),
    ...sessionsTable(state, events),
    ...excerptSections(state, view, events),
  );
  if (document.scrollingElement) document.scrollingElement.scrollTop = top;
  if (focused !== undefined)
    content.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function head({ texts, path, title, kind, color, sentence, notes }: EvidenceState): HTMLElement {
  const disc = html('span', { class: kind === 'theme' ? 'disc theme' : 'disc', 'aria-hidden': 'true' });
  disc.style.setProperty('--code', cssColor(color));
  const offers = [
    ['showExcerpts', texts.showExcerpts],
    ['copy', texts.copy],
    ['save', texts.save],
  ] as const;
  const buttons = offers.map(([type, label]) => {
    const { element } = button(label, () => port.post({ type }));
    element.dataset.key = type;
    return element;
  });
  return html(
    'header',
    {},
    html('p', { class: 'path' }, [texts.heading, ...path].join(' › ')),
    html(
      'div',
      { class: 'title' },
      disc,
      html('h1', {}, title),
      html('span', { class: 'spacer' }),
      html('div', { class: 'offers' }, ...buttons),
    ),
    html('p', { class: 'sentence' }, sentence),
    ...notes.map(note => html('p', { class: 'counts' }, note)),
  );
}

function look(change: Partial<View>, redraw = true): void {
  view = { ...view, ...change };
  port.remember(view);
  if (redraw) render();
}
