import type { Locator, Page } from 'playwright-core';
import { waitUntil } from './waiting';

/** The menu that is open. */
export function openedMenu(page: Page): Locator {
  return page.locator('.context-view .monaco-menu');
}

/**
 * Opens a menu in a way that is given, and chooses from it. What is drawn anew below a menu closes it, and one that was opened too early
 * may lack what is wanted: then it is opened again.
 */
export async function openAndChoose(page: Page, item: string, open: () => Promise<void>): Promise<void> {
  const menu = openedMenu(page);
  await menu.waitFor({ state: 'detached' });
  const isOpen = async () => {
    if ((await menu.count()) === 0) await open();
    if (await staysOpen(page, item)) return true;
    if ((await menu.count()) > 0) await page.keyboard.press('Escape');
    return undefined;
  };
  await waitUntil(isOpen, () => `no menu with “${item}” stays open`);
  await chooseFrom(page, item);
}

/** Whether the menu that is open stays so until the mouse is on a line of it. */
function staysOpen(page: Page, item: string): Promise<boolean> {
  const line = openedMenu(page).locator('.action-item', {
    has: page.locator('.action-label').getByText(item, { exact: true }),
  });
  return line.hover({ timeout: 5000 }).then(
    () => true,
    () => false,
  );
}

/** Chooses from the menu that is open. */
async function chooseFrom(page: Page, item: string): Promise<void> {
  const menu = openedMenu(page);
  const exact = page.locator('.action-label').getByText(item, { exact: true });
  const line = menu.locator('.action-item', { has: exact });
  // A menu that has just opened takes no click yet, so that the one that opened it does not choose; Enter it takes.
  await line.hover();
  await line.and(page.locator('.focused')).waitFor();
  await page.keyboard.press('Enter');
  await menu.waitFor({ state: 'detached' });
}
