import type { Locator, Page } from 'playwright-core';

/** The menu that is open. */
export function openedMenu(page: Page): Locator {
  return page.locator('.context-view .monaco-menu');
}

/** Whether the menu that is open stays so until the mouse is on a line of it. */
export async function staysOpen(page: Page, item: string): Promise<boolean> {
  const line = openedMenu(page).locator('.action-item', {
    has: page.locator('.action-label').getByText(item, { exact: true }),
  });
  return line.hover({ timeout: 5000 }).then(
    () => true,
    () => false,
  );
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
