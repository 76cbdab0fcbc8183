import type { Locator, Page } from 'playwright-core';

/** The menu that is open. */
export function openedMenu(page: Page): Locator {
  return page.locator('.context-view .monaco-menu');
}

/** Chooses from the menu that is open. */
export async function chooseFrom(page: Page, item: string): Promise<void> {
  const menu = openedMenu(page);
  const exact = page.locator('.action-label').getByText(item, { exact: true });
  const line = menu.locator('.action-item', { has: exact });
  // A menu that has just opened takes no click yet, so that the one that opened it does not choose; Enter it takes.
  await line.hover();
  await line.and(page.locator('.focused')).waitFor();
  await page.keyboard.press('Enter');
  await menu.waitFor({ state: 'detached' });
}
