import type { MapNode } from '../../core/analysis/themeMap.js';
import { cssColor } from '../common/colors.js';
import { html, setAttributes } from '../common/dom.js';
import { type Shown, togetherWith } from './model.js';

/** The map as a table: the same figures for who cannot see the picture or wants them sorted. */
export interface MapTable {
  readonly element: HTMLElement;
  show(shown: Shown): void;
}

type Column = 'title' | 'participants' | 'excerpts' | 'together';
const COLUMNS: readonly Column[] = ['title', 'participants', 'excerpts', 'together'];
const TOGETHER_SHOWN = 3;

/**
 * Makes the table.
 * @param open is called with the key of the theme or code that a person opened
 */
export function makeTable(open: (key: string) => void): MapTable {
  const element = html('div', { class: 'table' });
  let shown: Shown | undefined;
  /** Missing: in the order of the codebook. */
  let sort: { readonly column: Column; readonly isDown: boolean } | undefined;

  const sortBy = (column: Column): void => {
    const firstDown = column !== 'title';
    // Figures: largest first, smallest first, as in the codebook; titles the other way round.
    if (sort?.column !== column) sort = { column, isDown: firstDown };
    else sort = sort.isDown === firstDown ? { column, isDown: !firstDown } : undefined;
    render();
    element.querySelector<HTMLElement>(`th[data-column="${column}"] button`)?.focus();
  };
  const header = (column: Column, label: string): HTMLElement => {
    const press = html('button', { class: 'sort' }, label);
    press.addEventListener('click', () => sortBy(column));
    const isSorted = sort?.column === column;
    const direction = !isSorted ? 'none' : sort?.isDown ? 'descending' : 'ascending';
    const mark = html('span', { class: 'direction', 'aria-hidden': 'true' }, ARROW[direction]);
    press.append(mark);
    const isNumber = column === 'participants' || column === 'excerpts';
    return html(
      'th',
      { scope: 'col', 'aria-sort': direction, 'data-column': column, class: isNumber ? 'number' : undefined },
      press,
    );
  };
  const render = (): void => {
    if (shown === undefined) return;
    const { texts } = shown;
    const labels = [texts.titleColumn, texts.participants, texts.excerpts, texts.togetherColumn];
    const head = html('tr', {}, ...COLUMNS.map((column, i) => header(column, labels[i] ?? '')));
    const isTree = sort === undefined;
    const rows = sorted(shown, sort).map(node => rowOf(shown as Shown, node, isTree, open));
    element.replaceChildren(
      html('table', { 'aria-label': texts.tableLabel }, html('thead', {}, head), html('tbody', {}, ...rows)),
    );
  };
  return {
    element,
    show: next => {
      const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
      const hadFocus = element.contains(document.activeElement) && focused !== undefined;
      shown = next;
      render();
      if (hadFocus) element.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
    },
  };
}

const ARROW = { none: '', ascending: '▲', descending: '▼' } as const;

function sorted(
  shown: Shown,
  sort: { readonly column: Column; readonly isDown: boolean } | undefined,
): readonly MapNode[] {
  if (sort === undefined) return shown.map.nodes;
  const { column, isDown } = sort;
  const compare = (a: MapNode, b: MapNode): number => {
    if (column === 'title') return a.title.localeCompare(b.title);
    if (column === 'together') return strength(shown, a) - strength(shown, b);
    return a[column] - b[column];
  };
  return shown.map.nodes.toSorted((a, b) => (isDown ? compare(b, a) : compare(a, b)));
}

function strength(shown: Shown, node: MapNode): number {
  return togetherWith(shown, node.key)[0]?.link[shown.measure] ?? 0;
}

function rowOf(shown: Shown, node: MapNode, isTree: boolean, open: (key: string) => void): HTMLElement {
  const title = html('button', { class: 'link', 'data-key': node.key }, node.title);
  title.addEventListener('click', () => open(node.key));
  const swatch = html('span', { class: `swatch ${node.kind}`, 'aria-hidden': 'true' });
  if (node.color !== undefined) swatch.style.setProperty('--code', cssColor(node.color));
  const kind = html('span', { class: 'unseen' }, node.kind === 'theme' ? shown.texts.theme : shown.texts.code);
  const phase = node.phase && html('span', { class: 'phase muted' }, shown.texts[node.phase]);
  const first = html('th', { scope: 'row' }, html('div', { class: 'name' }, swatch, kind, title, phase));
  if (isTree) first.style.paddingInlineStart = `${8 + depthOf(shown, node) * 16}px`;
  const together = togetherWith(shown, node.key)
    .slice(0, TOGETHER_SHOWN)
    .map(({ node: other, link }) => `${other.title} (${link[shown.measure]})`)
    .join(', ');
  const row = html(
    'tr',
    { class: node.kind },
    first,
    html('td', { class: 'number' }, String(node.participants)),
    html('td', { class: 'number' }, String(node.excerpts)),
    html('td', { class: 'muted' }, together),
  );
  if (node.definition !== undefined) setAttributes(title, { title: node.definition });
  return row;
}

function depthOf(shown: Shown, node: MapNode): number {
  let depth = 0;
  for (let at = node.parent; at !== undefined; at = shown.nodes.get(at)?.parent) depth++;
  return depth;
}
