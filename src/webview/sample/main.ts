import '../common/account.css';
import { button } from '../common/controls.js';
import { html } from '../common/dom.js';
import { NoticeBar } from '../common/noticeBar.js';
import { PageOrMessage } from '../common/pageOrMessage.js';
import { openPort } from '../common/port.js';
import { SortableTables } from '../common/sortableTable/tables.js';
import type { FromPage, SampleTable, SampleTexts, SampleView, ToPage } from './protocol.js';
import { statementsOf } from './statements.js';

type State = Extract<ToPage, { type: 'state' }>;

const port = openPort<FromPage, ToPage, SampleView>();
let view: Partial<SampleView> = port.recall();
let state: State | undefined;

const toolbar = html('div', { class: 'toolbar', role: 'toolbar' });
const notice = new NoticeBar();
const title = html('h1');
const said = html('div', { class: 'said' });
const tables = new SortableTables<SampleTable['key']>({
  sorted: sorts => {
    remember({ sorts });
    render();
  },
  open: (table, row) => port.post({ type: 'open', table, row }),
});
const apart = html('section', { class: 'apart' });
const article = html('article', {}, title, said, tables.element, apart);
const page = html(
  'main',
  { class: 'page', hidden: true },
  toolbar,
  notice.element,
  html('div', { class: 'read' }, article),
);
const seen = new PageOrMessage(page, notice);

const scroller = article.parentElement as HTMLElement;
scroller.addEventListener('scroll', () => remember({ scroll: scroller.scrollTop }), { passive: true });

port.start(received => {
  switch (received.type) {
    case 'state': {
      const isFirst = state === undefined;
      if (JSON.stringify(received.texts) !== JSON.stringify(state?.texts)) fillToolbar(received.texts);
      state = received;
      seen.showPage();
      render();
      if (isFirst) scroller.scrollTop = view.scroll ?? 0;
      return;
    }
    case 'nothing':
      state = undefined;
      seen.showNothing(received);
      return;
    case 'reading':
      seen.showReading(received, () => port.post({ type: 'cancel' }));
  }
});

function render(): void {
  if (state === undefined) return;
  const { texts, isComplete } = state;
  title.textContent = state.title;
  notice.say(
    isComplete ? '' : texts.stopped,
    isComplete ? [] : [[texts.readAll, () => port.post({ type: 'readAll' })]],
  );
  said.replaceChildren(...statementsOf(state));
  tables.show(state.tables, view.sorts, texts.tableKeys);
  const { heading, lines } = state.apart;
  apart.hidden = lines.length === 0;
  apart.replaceChildren(html('h2', {}, heading), html('ul', {}, ...lines.map(line => html('li', {}, line))));
}

function fillToolbar(texts: SampleTexts): void {
  const save = (format: 'csv' | 'md'): void => port.post({ type: 'save', format });
  const asCsv = button(texts.saveCsv, () => save('csv'));
  const asMarkdown = button(texts.saveMarkdown, () => save('md'));
  toolbar.replaceChildren(html('span', { class: 'space' }), asCsv.element, asMarkdown.element);
}

function remember(change: Partial<SampleView>): void {
  view = { ...view, ...change };
  port.remember({ sorts: view.sorts ?? {}, scroll: view.scroll ?? 0 });
}
