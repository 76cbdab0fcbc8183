import type { Locator, Page } from 'playwright-core';

/** Quick picks, input boxes and the palette. */
export class QuickInput {
  private readonly widget: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator('.quick-input-widget:visible');
  }

  /** Replaces what stands in the box. */
  async type(text: string): Promise<void> {
    await this.input().fill(text);
  }

  /** The box itself; waits for it when used. */
  input(): Locator {
    return this.widget.locator('.quick-input-box input');
  }

  /** The row whose label is exactly this. */
  row(label: string): Locator {
    const exact = this.page.locator('.quick-input-list-label .label-name').getByText(label, { exact: true });
    return this.widget.locator('.quick-input-list .monaco-list-row', { has: exact }).first();
  }

  /** Any text in the box's list. */
  text(text: string | RegExp): Locator {
    return this.widget.locator('.quick-input-list').getByText(text);
  }

  /** The labels that are offered now, in order. */
  async labels(): Promise<string[]> {
    await this.widget.locator('.quick-input-list .monaco-list-row').first().waitFor();
    const names = await this.widget.locator('.quick-input-list-label .label-name').allTextContents();
    return names.map(readable);
  }

  /** Types, and waits until the row of this label is the one that Enter takes: the list may still be the one from before. */
  async typeFor(text: string, label: string): Promise<void> {
    await this.type(text);
    await this.row(label).and(this.page.locator('.focused')).waitFor();
  }

  /** Types and takes the row of this label with Enter. */
  async choose(text: string, label: string): Promise<void> {
    await this.typeFor(text, label);
    await this.accept();
  }

  /** Chooses a row of a quick pick that takes one answer. */
  async pick(label: string): Promise<void> {
    await this.row(label).click();
  }

  /** Ticks or unticks a row of a quick pick that takes several answers. */
  async toggle(label: string): Promise<void> {
    await this.row(label).click();
  }

  /** Presses Enter. */
  async accept(): Promise<void> {
    await this.input().press('Enter');
  }

  /** Presses Escape and waits until the box is gone. */
  async cancel(): Promise<void> {
    await this.input().press('Escape');
    await this.waitUntilClosed();
  }

  /** The line under the box: a prompt or what is wrong with the input. */
  message(): Locator {
    return this.widget.locator('.quick-input-message');
  }

  /** The heading of the box. */
  title(): Locator {
    return this.widget.locator('.quick-input-title');
  }

  async waitUntilClosed(): Promise<void> {
    await this.widget.waitFor({ state: 'hidden' });
  }
}

/** VS Code draws spaces as no-break spaces. */
export function readable(text: string): string {
  return text.replaceAll('\u00a0', ' ').trim();
}
