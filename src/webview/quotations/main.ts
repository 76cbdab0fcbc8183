import './quotations.css';
import { button } from '../common/controls.js';
import { html } from '../common/dom.js';
import { NoticeBar } from '../common/noticeBar.js';
import { openPort } from '../common/port.js';
import { makeSortable, type SortableTable } from '../common/sortableTable/sortable.js';
import type { TableSort } from '../common/sortableTable/table.js';
import type { FromPage, QuotationsTable, QuotationsTexts, QuotationsView, ToPage } from './protocol.js';

type State = Extract<ToPage, { type: 'state' }>;
type Key = QuotationsTable['key'];

const port = openPort<FromPage, ToPage, QuotationsView>();
let view: Partial<QuotationsView> = port.recall();
let state: State | undefined;

const toolbar = html('div', { class: 'toolbar', role: 'toolbar' });
const notice = new NoticeBar();
const title = html('h1');
const said = html('ul', { class: 'said' });
const parts = html('div', { class: 'parts' });
const tables = new Map<Key, SortableTable>();
const scroller = html('div', { class: 'read' }, html('article', {}, title, said, parts));
const page = html('main', { class: 'page', hidden: true }, toolbar, notice.element, scroller);
const message = html('div', { class: 'empty', role: 'status' });
document.body.append(page, message);
scroller.addEventListener('scroll', () => remember({ scroll: scroller.scrollTop }), { passive: true });

port.start(received => {
  if (received.type === 'state') {
    const isFirst = state === undefined;
    if (JSON.stringify(received.texts) !== JSON.stringify(state?.texts)) fillToolbar(received.texts);
    state = received;
    only(page);
    notice.say('');
    render(received);
    if (isFirst) scroller.scrollTop = view.scroll ?? 0;
    return;
  }
  if (received.type === 'reading' && state !== undefined) {
    // What is there already stays until the new is whole.
    notice.say(received.text, [[received.cancel, () => port.post({ type: 'cancel' })]]);
    return;
  }
  state = undefined;
  only(message);
  switch (received.type) {
    case 'nothing':
      message.replaceChildren(html('h2', {}, received.heading), html('p', {}, received.text));
      return;
    case 'stopped':
      offer(received.text, received.readAll, 'readAll');
      return;
    case 'reading':
      offer(received.text, received.cancel, 'cancel');
  }
});

function offer(text: string, label: string, type: 'readAll' | 'cancel'): void {
  message.replaceChildren(html('p', {}, text), button(label, () => port.post({ type })).element);
}

function only(part: HTMLElement): void {
  for (const each of [page, message]) each.hidden = each !== part;
}

function render({ title: name, statements, isRight, tables: shownTables, texts }: State): void {
  title.textContent = name;
  said.replaceChildren(
    ...statements.map((text, i) =>
      html('li', { class: i > 0 ? 'muted' : isRight ? 'headline right' : 'headline wrong' }, text),
    ),
  );
  const elements = shownTables.map(table => {
    const sortable = tables.get(table.key) ?? newTable(table.key);
    tables.set(table.key, sortable);
    sortable.show(table, view.sorts?.[table.key], texts.tableKeys);
    return sortable.element;
  });
  // Elements that stay where they are keep the keyboard.
  const isSame = elements.length === parts.children.length && elements.every((one, i) => parts.children[i] === one);
  if (!isSame) parts.replaceChildren(...elements);
}

function newTable(key: Key): SortableTable {
  return makeSortable({
    sorted: sort => sortBy(key, sort),
    open: row => port.post({ type: 'open', table: key, row }),
  });
}

function sortBy(table: Key, sort: TableSort | undefined): void {
  const { [table]: _, ...others } = view.sorts ?? {};
  remember({ sorts: sort === undefined ? others : { ...others, [table]: sort } });
  if (state !== undefined) render(state);
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
