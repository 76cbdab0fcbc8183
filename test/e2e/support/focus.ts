import type { Page } from 'playwright-core';

/** Takes the window's focus away, as turning to another program does. The browser that drives these tests gives every page the focus for good. */
export function leaveWindow(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.hasFocus = () => false;
    window.dispatchEvent(new Event('blur'));
  });
}

/** Gives it back, as coming back does. */
export function comeBack(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.hasFocus = () => true;
    window.dispatchEvent(new Event('focus'));
  });
}
