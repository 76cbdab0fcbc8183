import type { Locator, Page } from 'playwright-core';
import { readable } from './quick-input';

/** Messages in the corner of the window. */
export class Notifications {
  constructor(private readonly page: Page) {}

  /** A message that holds a text. */
  containing(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast-container', { hasText: text });
  }

  /** Waits for a message and gives its whole text. */
  async waitFor(text: string | RegExp): Promise<string> {
    const message = this.containing(text).first().locator('.notification-list-item-message');
    await message.waitFor();
    return readable((await message.textContent()) ?? '');
  }

  /** Presses a button of a message. */
  async press(text: string | RegExp, button: string): Promise<void> {
    const toast = this.containing(text).first();
    await toast.hover();
    await toast.getByRole('button', { name: button, exact: true }).click();
  }

  /** The texts of all messages that are shown. */
  async texts(): Promise<string[]> {
    const all = await this.page
      .locator('.notification-toast-container .notification-list-item-message')
      .allTextContents();
    return all.map(readable);
  }

  /** Dismisses all messages. */
  async clear(): Promise<void> {
    const toasts = this.page.locator('.notification-toast-container');
    // One that goes leaves its place to the next.
    for (let left = await toasts.count(); left > 0; left--) {
      await toasts.nth(left - 1).hover();
      await toasts
        .nth(left - 1)
        .locator('.codicon-notifications-clear')
        .click();
    }
    await toasts.first().waitFor({ state: 'detached' });
  }
}
