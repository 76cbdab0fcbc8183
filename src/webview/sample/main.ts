import '../common/account.css';
import { button } from '../common/controls.js';
import { html } from '../common/dom.js';
import { NoticeBar } from '../common/noticeBar.js';
import { openPort } from '../common/port.js';
import { makeSortable, type SortableTable } from '../common/sortableTable/sortable.js';
import type { TableSort } from '../common/sortableTable/table.js';
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
const tables = new Map<SampleTable['key'], SortableTable>();
const parts = html('div', { class: 'parts' });
const apart = html('section', { class: 'apart' });
const article = html('article', {}, title, said, parts, apart);
const page = html(
  'main',
  { class: 'page', hidden: true },
  toolbar,
  notice.element,
  html('div', { class: 'read' }, article),
);
const message = html('div', { class: 'empty', role: 'status' });
document.body.append(page, message);

const scroller = article.parentElement as HTMLElement;
scroller.addEventListener('scroll', () => remember({ scroll: scroller.scrollTop }), { passive: true });

port.start(received => {
  switch (received.type) {
    case 'state': {
      const isFirst = state === undefined;
      if (JSON.stringify(received.texts) !== JSON.stringify(state?.texts)) fillToolbar(received.texts);
      state = received;
      only(page);
      render();
      if (isFirst) scroller.scrollTop = view.scroll ?? 0;
      return;
    }
    case 'nothing':
      state = undefined;
      only(message);
      message.replaceChildren(html('h2', {}, received.heading), html('p', {}, received.text));
      return;
    case 'reading': {
      const cancel = (): void => port.post({ type: 'cancel' });
      // What is there already stays until the new is whole.
      if (!page.hidden) notice.say(received.text, [[received.cancel, cancel]]);
      else message.replaceChildren(html('p', {}, received.text), button(received.cancel, cancel).element);
    }
  }
});

function only(part: HTMLElement): void {
  for (const each of [page, message]) each.hidden = each !== part;
}

function render(): void {
  if (state === undefined) return;
  const { texts, isComplete } = state;
  title.textContent = state.title;
  notice.say(
    isComplete ? '' : texts.stopped,
    isComplete ? [] : [[texts.readAll, () => port.post({ type: 'readAll' })]],
  );
  said.replaceChildren(...statementsOf(state));
  const shown = state.tables.map(table => {
    const sortable =
      tables.get(table.key) ??
      makeSortable({ sorted: sort => sortBy(table.key, sort), open: row => open(table.key, row) });
    tables.set(table.key, sortable);
    sortable.show(table, view.sorts?.[table.key], texts.tableKeys);
    return sortable.element;
  });
  // Elements that stay where they are keep the keyboard.
  const isSame = shown.length === parts.children.length && shown.every((element, i) => parts.children[i] === element);
  if (!isSame) parts.replaceChildren(...shown);
  const { heading, lines } = state.apart;
  apart.hidden = lines.length === 0;
  apart.replaceChildren(html('h2', {}, heading), html('ul', {}, ...lines.map(line => html('li', {}, line))));
}

function open(table: SampleTable['key'], row: string): void {
  port.post({ type: 'open', table, row });
}

function sortBy(table: SampleTable['key'], sort: TableSort | undefined): void {
  const { [table]: _, ...others } = view.sorts ?? {};
  remember({ sorts: sort === undefined ? others : { ...others, [table]: sort } });
  render();
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
