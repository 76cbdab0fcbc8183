import type { FigureLink } from '../../core/report/figures/chart.js';
import type { Figure } from '../../core/report/figures/figure.js';
import { sortedRows, type TableRow, type TableSort } from '../../core/report/figures/figureTable.js';
import { cssColor } from '../common/colors.js';
import { html } from '../common/dom.js';
import { onCellKeys } from './tableKeys.js';

/** The table beside a picture. */
export interface FigureTableView {
  readonly element: HTMLElement;
  /** @param sort what a person sorted by; without it rows are in the order of the picture */
  show(figure: Figure, sort: TableSort | undefined, keys: string): void;
}

/** What a person does in it. */
export interface FigureTableEvents {
  sorted(sort: TableSort | undefined): void;
  open(link: FigureLink): void;
}

const ARROW = { none: '', ascending: '▲', descending: '▼' } as const;
const INDENT = 14;

/** Makes the table. Its headings sort; arrow keys go through the figures that lead somewhere. */
export function makeFigureTable(events: FigureTableEvents): FigureTableView {
  const element = html('div', { class: 'table' });
  let links = new Map<string, FigureLink>();
  let isSortedBy: string | undefined;

  element.addEventListener('click', event => {
    const press = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null;
    const link = links.get(press?.dataset.cell ?? '');
    if (link !== undefined) events.open(link);
  });
  onCellKeys(element);

  const header = ({ key, label, isNumber, about }: Figure['table']['columns'][number], sort: TableSort | undefined) => {
    const direction = sort?.column !== key ? 'none' : sort.isDown ? 'descending' : 'ascending';
    const arrow = html('span', { class: 'direction', 'aria-hidden': 'true' }, ARROW[direction]);
    const press = html('button', { class: 'sort', type: 'button', title: about }, label, arrow);
    press.addEventListener('click', () => {
      // Figures from the largest on, words from A on; then the other way round; then as at first.
      const next = sort?.column !== key ? isNumber : sort.isDown === isNumber ? !isNumber : undefined;
      isSortedBy = key;
      events.sorted(next === undefined ? undefined : { column: key, isDown: next });
    });
    const attributes = { scope: 'col', class: isNumber ? 'number' : undefined, 'aria-sort': direction };
    return html('th', { ...attributes, 'data-column': key }, press);
  };
  return {
    element,
    show: (figure, sort, keys) => {
      const focused = document.activeElement?.closest<HTMLElement>('[data-cell]')?.dataset.cell;
      links = new Map();
      const { columns, label } = figure.table;
      const shown = sort ?? figure.order;
      const rows = sortedRows(figure.table, shown).slice(0, figure.shown?.rows);
      const isTree = shown === undefined;
      const body = rows.map(row => rowOf(row, columns, isTree, links));
      const head = html('tr', {}, ...columns.map(column => header(column, shown)));
      element.replaceChildren(
        html('table', { 'aria-label': label }, html('thead', {}, head), html('tbody', {}, ...body)),
        html('p', { class: 'unseen', id: 'table-keys' }, keys),
      );
      const first = element.querySelector('[data-cell]');
      const again =
        focused === undefined ? null : element.querySelector<HTMLElement>(`[data-cell="${CSS.escape(focused)}"]`);
      (again ?? first)?.setAttribute('tabindex', '0');
      again?.focus();
      if (isSortedBy !== undefined)
        element.querySelector<HTMLElement>(`th[data-column="${CSS.escape(isSortedBy)}"] button`)?.focus();
      isSortedBy = undefined;
    },
  };
}

function rowOf(
  { key, cells, depth, color, isChosen }: TableRow,
  columns: Figure['table']['columns'],
  isTree: boolean,
  links: Map<string, FigureLink>,
): HTMLElement {
  const drawn = cells.map(({ text, link, aside, about, mark }, i) => {
    const id = `${key} ${columns[i]?.key}`;
    if (link !== undefined) links.set(id, link);
    const isPressed = link !== undefined && 'row' in link ? String(isChosen ?? false) : undefined;
    const attributes = { class: 'link', type: 'button', 'data-cell': id, tabindex: -1, 'aria-pressed': isPressed };
    const content = link === undefined ? text : html('button', attributes, text);
    const behind = aside === undefined ? undefined : html('span', { class: 'aside' }, aside);
    // A tip is not heard everywhere: what it says is there to be read out, too.
    const unseen = about === undefined ? undefined : html('span', { class: 'unseen' }, about);
    if (i > 0) return html('td', { class: classOf(columns[i]), title: about }, content, behind, unseen);
    const swatch = color === undefined ? undefined : html('span', { class: 'swatch', 'aria-hidden': 'true' });
    swatch?.style.setProperty('--code', cssColor(color ?? ''));
    const first = html('th', { scope: 'row' }, html('div', { class: 'name' }, swatch, content, signOf(mark)));
    if (isTree && depth !== undefined) first.style.paddingInlineStart = `${8 + depth * INDENT}px`;
    return first;
  });
  return html('tr', { class: isChosen ? 'chosen' : undefined }, ...drawn);
}

function signOf(mark: string | undefined): HTMLElement | undefined {
  return mark === undefined
    ? undefined
    : html('span', { class: 'warning', role: 'img', title: mark, 'aria-label': mark }, '⚠');
}

function classOf(column: Figure['table']['columns'][number] | undefined): string | undefined {
  if (column?.isNumber) return 'number';
  return column?.isLong ? 'long' : undefined;
}
