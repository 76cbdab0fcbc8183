import { isOwnKey } from '../common/keyPress.js';

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Arrow keys go from one figure that leads somewhere to the next in that direction; Tab comes to one of them only. */
export function onCellKeys(table: HTMLElement): void {
  table.addEventListener('keydown', event => {
    const step = STEPS[event.key];
    const from = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null;
    if (step === undefined || from === null || !isOwnKey(event)) return;
    event.preventDefault();
    const next = nextOf(from, step);
    if (next === undefined) return;
    from.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
}

function nextOf(from: HTMLElement, [right, down]: readonly [number, number]): HTMLElement | undefined {
  const cell = from.closest<HTMLTableCellElement>('td, th');
  const row = cell?.closest('tr');
  const rows = row?.closest('tbody')?.rows;
  if (cell === null || cell === undefined || row === null || row === undefined || rows === undefined) return undefined;
  let [x, y] = [cell.cellIndex, row.sectionRowIndex];
  for (;;) {
    [x, y] = [x + right, y + down];
    const other = rows[y]?.cells[x];
    if (other === undefined) return undefined;
    const found = other.querySelector<HTMLElement>('[data-cell]');
    if (found !== null) return found;
  }
}
