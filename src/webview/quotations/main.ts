import './quotations.css';
import { button } from '../common/controls.js';
import { html } from '../common/dom.js';
import { NoticeBar } from '../common/noticeBar.js';
import { PageOrMessage } from '../common/pageOrMessage.js';
import { openPort } from '../common/port.js';
import { SortableTables } from '../common/sortableTable/tables.js';
import type { FromPage, QuotationsTable, QuotationsTexts, QuotationsView, ToPage } from './protocol.js';

type State = Extract<ToPage, { type: 'state' }>;

const port = openPort<FromPage, ToPage, QuotationsView>();
let view: Partial<QuotationsView> = port.recall();
let state: State | undefined;

const toolbar = html('div', { class: 'toolbar', role: 'toolbar' });
const notice = new NoticeBar();
const title = html('h1');
const said = html('ul', { class: 'said' });
const tables = new SortableTables<QuotationsTable['key']>({
  sorted: sorts => {
    remember({ sorts });
    if (state !== undefined) render(state);
  },
  open: (table, row) => port.post({ type: 'open', table, row }),
});
const scroller = html('div', { class: 'read' }, html('article', {}, title, said, tables.element));
const page = html('main', { class: 'page', hidden: true }, toolbar, notice.element, scroller);
const seen = new PageOrMessage(page, notice);
scroller.addEventListener('scroll', () => remember({ scroll: scroller.scrollTop }), { passive: true });

port.start(received => {
  if (received.type === 'state') {
    const isFirst = state === undefined;
    if (JSON.stringify(received.texts) !== JSON.stringify(state?.texts)) fillToolbar(received.texts);
    state = received;
    seen.showPage();
    notice.say('');
    render(received);
    if (isFirst) scroller.scrollTop = view.scroll ?? 0;
    return;
  }
  if (received.type !== 'reading') state = undefined;
  switch (received.type) {
    case 'nothing':
      seen.showNothing(received);
      return;
    case 'stopped':
      seen.showOffer(received.text, received.readAll, () => port.post({ type: 'readAll' }));
      return;
    case 'reading':
      seen.showReading(received, () => port.post({ type: 'cancel' }));
  }
});

function render({ title: name, statements, isRight, tables: shownTables, texts }: State): void {
  title.textContent = name;
  said.replaceChildren(
    ...statements.map((text, i) =>
      html('li', { class: i > 0 ? 'muted' : isRight ? 'headline right' : 'headline wrong' }, text),
    ),
  );
  tables.show(shownTables, view.sorts, texts.tableKeys);
}

function fillToolbar(texts: QuotationsTexts): void {
  const insert = button(texts.insert, () => port.post({ type: 'insert' }));
  const save = button(texts.save, () => port.post({ type: 'save' }));
  toolbar.replaceChildren(html('span', { class: 'space' }), insert.element, save.element);
}

function remember(change: Partial<QuotationsView>): void {
  view = { ...view, ...change };
  port.remember({ sorts: view.sorts ?? {}, scroll: view.scroll ?? 0 });
}
