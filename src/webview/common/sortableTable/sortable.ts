import { html } from '../dom.js';
import { isOwnKey, stepsOf } from '../keyPress.js';
import { nextSort, sortedRows } from './sorting.js';
import type { ShownCell, ShownColumn, ShownRow, ShownTable, TableSort } from './table.js';

/** A table with its heading. */
export interface SortableTable {
  readonly element: HTMLElement;
  show(table: ShownTable, sort: TableSort | undefined, keys: string): void;
}

/** What a person does in it. */
export interface SortableEvents {
  /** Undefined: the order it comes in. */
  sorted(sort: TableSort | undefined): void;
  open(row: string): void;
}

/** How many rows Page Up and Page Down go. */
const FAR = 10;
const ARROW = { none: '', ascending: '▲', descending: '▼' } as const;

/** Makes a table. Its headings sort; arrow keys go through the names that lead somewhere, of which Tab reaches one. */
export function makeSortable(events: SortableEvents): SortableTable {
  const heading = html('h2');
  const body = html('div', { class: 'scroller' });
  const element = html('section', { class: 'table-part' }, heading, body);
  let wasSortedBy: string | undefined;

  const header = ({ key, label, isNumber }: ShownColumn, sort: TableSort | undefined): HTMLElement => {
    const direction = sort?.column !== key ? 'none' : sort.isDown ? 'descending' : 'ascending';
    const arrow = html('span', { class: 'direction', 'aria-hidden': 'true' }, ARROW[direction]);
    const press = html('button', { class: 'sort', type: 'button' }, label, arrow);
    press.addEventListener('click', () => {
      wasSortedBy = key;
      events.sorted(nextSort(sort, key, isNumber));
    });
    const attributes = { scope: 'col', class: isNumber ? 'number' : undefined, 'aria-sort': direction };
    return html('th', { ...attributes, 'data-column': key }, press);
  };
  body.addEventListener('click', event => {
    const row = linkAt(event.target)?.dataset.row;
    if (row !== undefined) events.open(row);
  });
  body.addEventListener('keydown', event => {
    const from = linkAt(event.target);
    if (from === undefined || !isOwnKey(event)) return;
    const steps = stepsOf(event.key, FAR);
    if (steps === undefined) return;
    event.preventDefault();
    const links = linksIn(body);
    const next = links[Math.max(0, Math.min(links.length - 1, links.indexOf(from) + steps))];
    if (next === undefined) return;
    from.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
  return {
    element,
    show: (table, sort, keys) => {
      const focused = element.contains(document.activeElement)
        ? linkAt(document.activeElement)?.dataset.row
        : undefined;
      heading.textContent = table.heading;
      const head = html('tr', {}, ...table.columns.map(column => header(column, sort)));
      const rows = sortedRows(table, sort).map(row => rowOf(row, table.columns));
      const label = { 'aria-label': table.heading, 'data-table': table.key };
      body.replaceChildren(html('table', label, html('thead', {}, head), html('tbody', {}, ...rows)));
      const links = linksIn(body);
      const again = links.find(({ dataset }) => dataset.row === focused);
      for (const link of links) link.title = keys;
      (again ?? links[0])?.setAttribute('tabindex', '0');
      again?.focus();
      if (wasSortedBy === undefined) return;
      body.querySelector<HTMLElement>(`th[data-column="${CSS.escape(wasSortedBy)}"] button`)?.focus();
      wasSortedBy = undefined;
    },
  };
}

function rowOf({ key, cells, opens, isSum }: ShownRow, columns: readonly ShownColumn[]): HTMLElement {
  const drawn = cells.map((cell, i) => {
    const attributes = { class: classOf(columns[i]) };
    if (i > 0) return html('td', attributes, ...contentOf(cell));
    const link = { class: 'link', type: 'button', tabindex: -1, 'data-row': key, 'aria-label': opens };
    return html('th', { scope: 'row' }, opens === undefined ? cell.text : html('button', link, cell.text));
  });
  return html('tr', { class: isSum ? 'sum' : undefined }, ...drawn);
}

/** Dates and roles are one word to a reader, whatever hyphens are in them. */
const UNBROKEN: ReadonlySet<string> = new Set(['date', 'role']);

function classOf(column: ShownColumn | undefined): string | undefined {
  if (column?.isNumber) return 'number';
  return UNBROKEN.has(column?.key ?? '') ? 'unbroken' : undefined;
}

function contentOf({ text, aside }: ShownCell): (HTMLElement | string)[] {
  return aside === undefined ? [text] : [text, html('span', { class: 'aside muted' }, aside)];
}

function linkAt(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element ? target.closest<HTMLElement>('[data-row]') : undefined) ?? undefined;
}

function linksIn(body: HTMLElement): HTMLElement[] {
  return [...body.querySelectorAll<HTMLElement>('[data-row]')];
}
