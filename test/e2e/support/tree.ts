import type { Locator, Page } from 'playwright-core';
import { appears } from './appears';
import { openAndChoose, openedMenu } from './menu';
import { readable } from './quick-input';
import { waitUntil } from './waiting';

/** A row of a tree as it is drawn. */
export interface TreeRow {
  readonly label: string;
  readonly description: string;
  readonly level: number;
  readonly expanded: boolean | undefined;
  /** Place among all rows of the tree, from 0. */
  readonly index: number;
}

interface ClickOptions {
  readonly button?: 'left' | 'right';
  /** A key that is held meanwhile. */
  readonly modifier?: 'ControlOrMeta' | 'Shift';
}

/** The rows of a tree view. Only rows that are drawn exist; a long tree draws those in sight. */
export class Tree {
  constructor(
    private readonly page: Page,
    private readonly list: Locator,
  ) {}

  /** The row with exactly this label. */
  row(label: string): Locator {
    const exact = this.page.locator('.label-name, .highlight, .marker-message').getByText(label, { exact: true });
    return this.list.locator('.monaco-list-row', { has: exact }).first();
  }

  /** A row that shows a text anywhere. */
  rowWith(text: string | RegExp): Locator {
    return this.list.locator('.monaco-list-row', { hasText: text }).first();
  }

  /** Waits for a first row and reads them all. */
  async rows(): Promise<TreeRow[]> {
    await this.list.locator('.monaco-list-row').first().waitFor();
    const rows = await this.list.locator('.monaco-list-row').evaluateAll(elements =>
      elements
        .map(row => ({
          top: (row as HTMLElement).offsetTop,
          label: (row.querySelector('.label-name') ?? row).textContent ?? '',
          description: row.querySelector('.label-description')?.textContent ?? '',
          level: Number(row.getAttribute('aria-level')),
          expanded: row.getAttribute('aria-expanded'),
          index: Number(row.getAttribute('data-index')),
        }))
        // Rows are reused as they scroll: their order in the page is not their order on the screen.
        .sort((a, b) => a.top - b.top),
    );
    return rows.map(({ label, description, level, expanded, index }) => ({
      index,
      label: readable(label),
      description: readable(description),
      level,
      expanded: expanded === null ? undefined : expanded === 'true',
    }));
  }

  /** The labels of all rows. */
  async labels(): Promise<string[]> {
    return (await this.rows()).map(({ label }) => label);
  }

  /** Opens a row, if it is closed. */
  async expand(label: string): Promise<void> {
    await this.open(this.row(label));
  }

  /** Opens a row, one in it, and so on: labels such as a transcript's stand in many places. */
  async expandPath(...labels: string[]): Promise<void> {
    let outer: TreeRow | undefined;
    for (const label of labels) {
      const find = async () => within(outer, await this.rows()).find(row => row.label === label);
      outer = await waitUntil(find, () => `there is no ${labels.join(' › ')}`);
      await this.open(this.list.locator(`.monaco-list-row[data-index="${outer.index}"]`));
    }
  }

  private async open(row: Locator): Promise<void> {
    // A row gets its arrow once it has something to show.
    await row.and(this.page.locator('[aria-expanded]')).waitFor();
    const isOpen = async () => {
      if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
      return appears(row.and(this.page.locator('[aria-expanded="true"]')));
    };
    await waitUntil(isOpen, () => 'the row does not stay open');
  }

  /** Clicks a row. */
  async click(label: string, options?: ClickOptions): Promise<void> {
    await this.press(this.row(label), options);
  }

  /** Presses one of the buttons that a row shows when the mouse is over it. */
  async pressAction(label: string, action: string): Promise<void> {
    const row = this.row(label);
    await this.pointAt(row);
    await row.locator(`.action-label[aria-label^="${action}"]`).click();
  }

  /** Puts the mouse on a row. */
  private async pointAt(row: Locator): Promise<void> {
    const isThere = async () => {
      await row.hover();
      // Rows are drawn anew when the tree changes, and what was this row a moment ago may be another one's by now.
      return row.evaluate(element => element.matches(':hover'));
    };
    await waitUntil(isThere, () => 'the row does not stay below the mouse');
  }

  private async press(row: Locator, { button = 'left', modifier }: ClickOptions = {}): Promise<void> {
    await this.pointAt(row);
    if (modifier !== undefined) await this.page.keyboard.down(modifier);
    await this.page.mouse.down({ button });
    await this.page.mouse.up({ button });
    if (modifier !== undefined) await this.page.keyboard.up(modifier);
  }

  /** Selects several rows: the first by a click, each other one by a click with Ctrl (⌘) held. */
  async select(first: string, ...others: string[]): Promise<void> {
    await this.click(first);
    for (const label of others) await this.click(label, { modifier: 'ControlOrMeta' });
    await this.waitForSelection([first, ...others]);
  }

  /** Selects all rows from one to another, by a click and a click with Shift held. */
  async selectRange(first: string, last: string): Promise<void> {
    await this.click(first);
    await this.click(last, { modifier: 'Shift' });
  }

  /** The rows that are selected. */
  selected(): Locator {
    return this.list.locator('.monaco-list-row[aria-selected="true"]');
  }

  /** Waits until just these rows are selected. */
  async waitForSelection(labels: readonly string[]): Promise<void> {
    for (const label of labels) await this.row(label).and(this.page.locator('[aria-selected="true"]')).waitFor();
    await this.page.waitForFunction(
      ([list, count]) => list?.querySelectorAll('.monaco-list-row[aria-selected="true"]').length === count,
      [await this.list.elementHandle(), labels.length] as const,
    );
  }

  /** Waits until rows stand in this order, whatever stands between them. */
  async waitForOrder(labels: readonly string[]): Promise<void> {
    const isInOrder = async () => {
      const found = (await this.labels()).filter(label => labels.includes(label));
      return found.join('\n') === labels.join('\n') || undefined;
    };
    await waitUntil(isInOrder, () => `the rows are not in this order: ${labels.join(', ')}`);
  }

  /** Opens the menu of a row (of all selected rows, where it is one of them). */
  async openMenu(label: string): Promise<Locator> {
    const menu = openedMenu(this.page);
    await menu.waitFor({ state: 'detached' });
    const isOpen = async () => {
      if ((await menu.count()) === 0) await this.click(label, { button: 'right' });
      return appears(menu);
    };
    await waitUntil(isOpen, () => `“${label}” shows no menu`);
    return menu;
  }

  /** The lines of the menu of a row, `---` for a line between groups; closes it again. */
  async menuOf(label: string): Promise<string[]> {
    const menu = await this.openMenu(label);
    const lines = await menu
      .locator('.action-item')
      .evaluateAll(items =>
        items.map(item =>
          item.querySelector('.separator') ? '---' : (item.querySelector('.action-label')?.textContent ?? ''),
        ),
      );
    await this.page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    return lines.map(readable);
  }

  /** Chooses from the menu of a row: the one with exactly this label, or any that is given. */
  async chooseFromMenu(row: string | Locator, item: string): Promise<void> {
    const target = typeof row === 'string' ? this.row(row) : row;
    await openAndChoose(this.page, item, () => this.press(target, { button: 'right' }));
  }

  /** What a row tells of itself when the mouse rests on it. */
  async hover(label: string): Promise<Locator> {
    const tip = this.page.locator('.monaco-hover:visible').first();
    const isShown = async () => {
      // It is told once, of the row that is there when the mouse comes; rows are drawn anew meanwhile.
      await this.page.mouse.move(700, 2);
      await this.pointAt(this.row(label));
      return appears(tip);
    };
    await waitUntil(isShown, () => `“${label}” tells nothing of itself`);
    return tip;
  }

  /** Drags a row, and with it all that are selected if it is one of them, onto another. */
  async drag(from: string, to: string): Promise<void> {
    await this.dragOnto(this.row(from), this.row(to));
  }

  /** Drags a row to the empty area below the last one. */
  async dragToEmptyArea(from: string): Promise<void> {
    await this.dragTo(this.row(from), this.list, box => box.height - 12);
  }

  /** Drags something onto a row. */
  async dragOnto(from: Locator, to: Locator): Promise<void> {
    await this.dragTo(from, to, box => box.height / 2);
  }

  /** Picks something up, and lets go where the target shows that it takes it. */
  private async dragTo(from: Locator, to: Locator, down: (box: { height: number }) => number): Promise<void> {
    await this.pointAt(from);
    await this.page.mouse.down();
    let aside = 0;
    const isTaken = async () => {
      // A row opens when something is held over it, and moves those below.
      const box = await to.boundingBox();
      if (box === null) return undefined;
      // A mouse that somebody holds is never quite still, and a drag is told of a place only by moves.
      aside = (aside + 1) % 5;
      await this.page.mouse.move(box.x + box.width / 2 + aside, box.y + down(box));
      return (await to.and(this.page.locator('.drop-target')).count()) > 0 || undefined;
    };
    await waitUntil(isTaken, () => 'nothing showed that it takes what is dragged onto it');
    // What is dragged is told to the extension while it is under way, and nothing shows when that has arrived: a hand is slower.
    for (let frame = 0; frame < UNDER_WAY; frame++) {
      await isTaken();
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await this.page.mouse.up();
  }
}

/** How many frames a drag stays over its target. */
const UNDER_WAY = 30;

/** The rows in an opened one; all of them, where none is given. */
function within(outer: TreeRow | undefined, rows: readonly TreeRow[]): readonly TreeRow[] {
  if (outer === undefined) return rows;
  const below = rows.filter(({ index }) => index > outer.index);
  const end = below.findIndex(({ level }) => level <= outer.level);
  return end < 0 ? below : below.slice(0, end);
}
