import type { Locator, Page } from 'playwright-core';
import { readable } from './quick-input';
import type { Tree } from './tree';
import { readOnce } from './waiting';
import type { Workbench } from './workbench';

/** The Coding Changes view and the diff editor it opens, driven by the keyboard. */
export class ChangesView {
  constructor(private readonly workbench: Workbench) {}

  private get page(): Page {
    return this.workbench.page;
  }

  get tree(): Tree {
    return this.workbench.tree('Coding Changes');
  }

  /** Gives the view the keyboard. */
  async focus(): Promise<void> {
    await this.workbench.runCommand('Verbatim: Focus on Coding Changes View');
  }

  /** Chooses a branch by a part of its name, and waits until the keyboard is on the first change it brings. */
  async compareWith(typed: string, branch: string, first: string): Promise<void> {
    await this.workbench.runCommand('Verbatim: Compare With…');
    await this.workbench.quickInput.title().getByText('Compare with what?').waitFor();
    await this.workbench.quickInput.choose(typed, branch);
    await this.waitForFocus(first);
  }

  /** What stands above the rows. */
  message(text: string): Locator {
    return this.page.locator('.sidebar .tree-explorer-viewlet-tree-view .message').getByText(text);
  }

  /** Waits until the keyboard is on a row that begins with a text; gives its whole label. */
  async waitForFocus(beginning: string): Promise<string> {
    return readOnce(
      () => this.focused(),
      text => text.startsWith(beginning),
    );
  }

  /** Presses an arrow key until the keyboard is on a row that begins with a text. */
  async walkTo(beginning: string, key: 'ArrowUp' | 'ArrowDown'): Promise<void> {
    for (let at = await this.focused(); !at.startsWith(beginning); ) {
      await this.workbench.press(key);
      const before = at;
      at = await readOnce(
        () => this.focused(),
        text => text !== before,
      );
    }
  }

  private async focused(): Promise<string> {
    const row = this.page.locator('.monaco-list[aria-label^="Coding Changes"] .monaco-list-row.focused');
    return readable((await row.locator('.label-name').textContent()) ?? '');
  }

  /** What a screen reader is told of the row that begins with a text. */
  async spoken(beginning: string): Promise<string> {
    return (await this.tree.rowWith(beginning).getAttribute('aria-label')) ?? '';
  }

  /** Presses a key and waits until the diff editor shows a passage, underlined. */
  async showBy(keys: string, title: string, passage: string): Promise<void> {
    await this.workbench.press(keys);
    await this.waitForPassage(title, passage);
  }

  /** Waits until the diff editor of a title shows a passage, underlined. */
  async waitForPassage(title: string, passage: string): Promise<void> {
    await this.page.locator('.tabs-container .tab.active', { hasText: title }).waitFor();
    await this.page.waitForFunction(isUnderlined, passage);
  }
}

/** Runs in the page: whether a text is underlined in one of the editors of a diff. Spaces are drawn as no-break spaces. */
function isUnderlined(text: string): boolean {
  const lines = [...document.querySelectorAll('.monaco-diff-editor .view-line > span')];
  const holders = lines.filter(line => (line.textContent ?? '').replaceAll('\u00a0', ' ').includes(text));
  const boxes = holders.flatMap(line => [...line.getClientRects()]);
  return [...document.querySelectorAll('.monaco-diff-editor .view-overlays .cdr')].some(mark => {
    if (getComputedStyle(mark).borderBottomWidth !== '2px') return false;
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    return boxes.some(box => box.left < right && left < box.right && box.top < bottom && top < box.bottom);
  });
}
