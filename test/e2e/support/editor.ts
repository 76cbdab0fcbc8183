import type { Locator, Page } from 'playwright-core';
import { appears } from './appears';
import { locateText, type Paint, readPaint } from './editor-dom';
import { PATIENCE } from './host';
import { waitUntil } from './waiting';

/** The text editor that is shown. */
export class Editor {
  constructor(private readonly page: Page) {}

  /** The editor's element. */
  element(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  async waitUntilShown(): Promise<void> {
    await this.element().locator('.view-line').first().waitFor();
  }

  /** Puts the keyboard into the editor without moving the cursor. */
  async focus(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+1');
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Selects a text (within one line) by finding it, the way a person with a keyboard would; `occurrence` counts from 1. */
  async select(text: string, occurrence = 1): Promise<void> {
    await this.focus();
    await this.selectHere(text, occurrence);
  }

  /** The same in the editor that has the keyboard, whichever column it is in. */
  async selectHere(text: string, occurrence = 1): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Home');
    await this.page.keyboard.press('ControlOrMeta+F');
    const find = this.page.locator('.find-widget.visible');
    const box = find.locator('.find-part textarea.input').first();
    await box.fill(text);
    // The count shows that the search has run; it names the match the editor has gone to.
    const at = (match: number) => find.locator('.matchesCount', { hasText: new RegExp(`^${match} of `) });
    await find.locator('.matchesCount', { hasText: / of |No results/ }).waitFor();
    await at(1).waitFor();
    for (let match = 2; match <= occurrence; match++) {
      await box.press('Enter');
      await at(match).waitFor();
    }
    // While a message is shown, the first Escape goes to that.
    const isHidden = () =>
      find.waitFor({ state: 'hidden', timeout: 1000 }).then(
        () => true,
        () => false,
      );
    // On a busy machine it may go while the key is still on its way.
    do await box.press('Escape', { timeout: 1000 }).catch(() => undefined);
    while (!(await isHidden()));
    await this.page.locator('.monaco-editor.focused').first().waitFor();
  }

  /** Puts the cursor before a text. */
  async placeCursor(text: string, occurrence = 1): Promise<void> {
    await this.select(text, occurrence);
    await this.page.keyboard.press('ArrowLeft');
  }

  /** Opens the list of quick fixes at the cursor, and gives it once it holds one of this title. */
  async openQuickFixes(title: string): Promise<Locator> {
    const menu = this.page.locator('.action-widget');
    const isOffered = async () => {
      await this.page.keyboard.press('ControlOrMeta+.');
      if (await appears(menu.getByText(title))) return true;
      // Asked before the problem was known, the list holds none of its fixes and does not get them.
      await this.page.keyboard.press('Escape');
      return undefined;
    };
    await waitUntil(isOffered, () => `no quick fix is called “${title}”`);
    return menu;
  }

  /** Selects from the start of one text to the end of a later one, over several lines if need be. */
  async selectFrom(start: string, end: string): Promise<void> {
    await this.placeCursor(start);
    await this.run('Set Selection Anchor');
    await this.select(end);
    await this.page.keyboard.press('ArrowRight');
    await this.run('Select from Anchor to Cursor');
  }

  /** Types into the editor at the cursor. */
  async type(text: string): Promise<void> {
    await this.focus();
    await this.page.keyboard.type(text);
  }

  /** Saves and waits until the tab says so. */
  async save(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+S');
    await this.page.locator('.editor-group-container.active .tabs-container .tab.active:not(.dirty)').waitFor();
  }

  /** The hover at a text that is in sight; gives the element that holds its content. */
  async hover(text: string): Promise<Locator> {
    const content = this.page.locator(
      '.monaco-editor .monaco-hover:visible .hover-contents, .monaco-hover:visible .hover-row',
    );
    const isShown = async () => {
      // The editor asks when the mouse comes, and not again if there was nothing to tell yet or the text has moved since.
      await this.page.mouse.move(700, 2);
      const { x, y, width, height } = await this.rectOf(text);
      await this.page.mouse.move(x + width / 2, y + height / 2);
      return appears(content.first());
    };
    await waitUntil(isShown, () => `there is no hover on “${text}”`);
    return this.page.locator('.monaco-hover:visible').first();
  }

  /** Takes the mouse away, so that the hover goes. */
  async leaveHover(): Promise<void> {
    await this.page.mouse.move(700, 2);
    await this.page.locator('.monaco-editor .monaco-hover:visible').waitFor({ state: 'hidden' });
  }

  /** Where a text that is in sight is drawn. */
  async rectOf(text: string): Promise<{ x: number; y: number; width: number; height: number }> {
    const handle = await this.page.waitForFunction(locateText, text);
    return (await handle.jsonValue()) as { x: number; y: number; width: number; height: number };
  }

  /** How a text that is in sight is drawn: backgrounds and borders behind it, and the styles of its own characters. */
  async paintOf(text: string): Promise<Paint[]> {
    return this.page.evaluate(readPaint, await this.rectOf(text));
  }

  /** Waits until a text is painted in a way that meets a condition. */
  async waitForPaint(text: string, isWanted: (paint: Paint) => boolean): Promise<Paint> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const paints = await this.paintOf(text);
      const found = paints.find(isWanted);
      if (found) return found;
      if (Date.now() > end) throw new Error(`"${text}" is not painted as expected: ${JSON.stringify(paints)}`);
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  /** The marks in the gutter. */
  gutterMarks(): Locator {
    return this.element().locator('.margin-view-overlays .cgmr, .glyph-margin-widgets .cgmr');
  }

  /** The text that is in sight, line by line as it is wrapped. */
  async visibleText(): Promise<string> {
    const lines = await this.element()
      .locator('.view-line')
      .evaluateAll(elements =>
        elements
          .map(line => ({ top: (line as HTMLElement).offsetTop, text: line.textContent ?? '' }))
          .sort((a, b) => a.top - b.top)
          .map(({ text }) => text),
      );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  private async run(command: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget:visible .quick-input-box input');
    await input.fill(`>${command}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().click();
    await input.waitFor({ state: 'hidden' });
  }
}
