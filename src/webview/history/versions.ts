import { type StackBy, seriesOf } from '../../core/report/timelineFigures.js';
import type { TimelineRow } from '../../core/review/timeline.js';
import { html, setAttributes } from '../common/dom.js';
import { dateOf, messageOf, type ShownTimeline } from './model.js';
import type { HistoryView } from './protocol.js';

/** The versions as a table. */
export interface VersionsTable {
  readonly element: HTMLElement;
  show(shown: ShownTimeline, by: StackBy, chosen: number): void;
}

/** What a person does in the table. */
export interface VersionsEvents {
  choose(version: number): void;
  open(version: number): void;
  sorted(sort: HistoryView['sort']): void;
}

interface Column {
  readonly key: string;
  readonly title: string;
  readonly isNumber: boolean;
  value(row: TimelineRow): string | number;
}

/** Makes the table; it is gone through row by row, and each row can be sorted by. Without a sort the newest version is first. */
export function makeVersions(start: HistoryView['sort'], events: VersionsEvents): VersionsTable {
  const element = html('div', { class: 'versions' });
  let sort = start;
  let state: { shown: ShownTimeline; by: StackBy; chosen: number } | undefined;
  let rows = new Map<number, HTMLElement>();

  const render = (): void => {
    if (state === undefined) return;
    const { shown, by, chosen } = state;
    const columns = columnsOf(shown, by);
    const order = sorted(shown.timeline.rows, columns, sort);
    rows = new Map(order.map(row => [row.version, rowOf(row, columns, shown)]));
    const head = html('tr', {}, ...columns.map(column => header(column)));
    const label = { role: 'grid', 'aria-label': shown.texts.tableLabel };
    element.replaceChildren(html('table', label, html('thead', {}, head), html('tbody', {}, ...rows.values())));
    mark(chosen);
  };
  const header = ({ key, title, isNumber }: Column): HTMLElement => {
    const direction = sort?.column === key ? (sort.isDown ? 'descending' : 'ascending') : 'none';
    const arrow = html('span', { class: 'direction', 'aria-hidden': 'true' }, ARROW[direction]);
    const press = html('button', { class: 'sort', type: 'button', title }, title, arrow);
    press.addEventListener('click', () => {
      // Figures are first looked at from the largest on.
      const isDown = sort?.column === key ? !sort.isDown : isNumber;
      sort = { column: key, isDown };
      events.sorted(sort);
      render();
      element.querySelector<HTMLElement>(`th[aria-sort="${isDown ? 'descending' : 'ascending'}"] button`)?.focus();
    });
    return html('th', { scope: 'col', class: isNumber ? 'number' : undefined, 'aria-sort': direction }, press);
  };
  const mark = (chosen: number): void => {
    for (const [version, row] of rows) {
      const isChosen = version === chosen;
      setAttributes(row, { tabindex: isChosen ? 0 : -1, 'aria-selected': String(isChosen) });
    }
  };
  element.addEventListener('click', event => {
    const version = versionAt(event.target);
    if (version !== undefined) events.choose(version);
  });
  element.addEventListener('dblclick', event => {
    const version = versionAt(event.target);
    if (version !== undefined) events.open(version);
  });
  element.addEventListener('keydown', event => {
    const version = versionAt(event.target);
    if (version === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') events.open(version);
    else {
      const order = [...rows.keys()];
      const next = order[stepOf(event.key, order.indexOf(version), order.length - 1)];
      if (next === undefined) return;
      events.choose(next);
      rows.get(next)?.focus();
    }
    event.preventDefault();
  });
  return {
    element,
    show: (shown, by, chosen) => {
      const isSame = state?.shown === shown && state.by === by;
      const hadFocus = element.contains(document.activeElement) && versionAt(document.activeElement) !== undefined;
      state = { shown, by, chosen };
      if (isSame) mark(chosen);
      else render();
      if (hadFocus) rows.get(chosen)?.focus();
      else rows.get(chosen)?.scrollIntoView({ block: 'nearest' });
    },
  };
}

const ARROW = { none: '', ascending: '▲', descending: '▼' } as const;

function stepOf(key: string, from: number, last: number): number {
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: last, PageDown: from + 10, PageUp: from - 10 },
  };
  const to = steps[key];
  return to === undefined ? -1 : Math.max(0, Math.min(last, to));
}

function versionAt(target: EventTarget | null): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('tr[data-version]') : null;
  return row === null ? undefined : Number(row.dataset.version);
}

function columnsOf({ timeline, texts }: ShownTimeline, by: StackBy): Column[] {
  const words = (key: string, title: string, value: (row: TimelineRow) => string): Column => ({
    ...{ key, title, isNumber: false, value },
  });
  const figures = (key: string, title: string, value: (row: TimelineRow) => number): Column => ({
    ...{ key, title, isNumber: true, value },
  });
  const series = seriesOf(timeline, by);
  return [
    words('date', texts.date, row => dateOf(row, texts)),
    words('author', texts.author, ({ saved }) => saved?.author ?? ''),
    words('message', texts.message, row => messageOf(row, texts)),
    figures('changes', texts.changes, ({ changes }) => changes),
    figures('codings', texts.codings, ({ codings }) => codings),
    ...(series.length < 2 ? [] : series).map(({ key, label }, i) =>
      figures(`${by} ${key}`, label, ({ byCoder, byTheme }) => (by === 'coder' ? byCoder : byTheme)[i] ?? 0),
    ),
    figures('transcripts', texts.transcripts, ({ transcripts }) => transcripts),
    figures('codes', texts.codes, ({ codes }) => codes),
    figures('themes', texts.themes, ({ themes }) => themes),
  ];
}

function sorted(rows: readonly TimelineRow[], columns: readonly Column[], sort: HistoryView['sort']): TimelineRow[] {
  const column = columns.find(({ key }) => key === sort?.column);
  const newestFirst = rows.toReversed();
  if (column === undefined || sort === undefined) return newestFirst;
  const compare = (a: TimelineRow, b: TimelineRow): number => {
    const [x, y] = [column.value(a), column.value(b)];
    return typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y));
  };
  return newestFirst.sort((a, b) => (sort.isDown ? compare(b, a) : compare(a, b)));
}

function rowOf(row: TimelineRow, columns: readonly Column[], { texts }: ShownTimeline): HTMLElement {
  const cells = columns.map(({ key, isNumber, value }) => {
    const cell = html('td', { class: isNumber ? 'number' : key }, String(value(row)));
    if (key !== 'message') return cell;
    const kind = row.isMerge ? texts.merge : row.isMain ? undefined : texts.mergedIn;
    if (kind !== undefined) cell.append(html('span', { class: 'kind muted' }, kind));
    return cell;
  });
  return html('tr', { 'data-version': row.version, class: row.isMain ? undefined : 'beside' }, ...cells);
}
