import type { Locator } from 'playwright-core';

/** Milliseconds. */
const SOON = 3000;
/** What is there is clicked on at once, unless it goes away: this tells a slow machine from that. Milliseconds. */
const CLICKED = 10_000;

/** Whether something comes into sight soon: for asking again what was asked too early to get an answer. */
export async function appears(what: Locator): Promise<boolean> {
  try {
    await what.waitFor({ timeout: SOON });
    return true;
  } catch {
    return false;
  }
}

/** Types into a box that should be there, and answers whether it was. */
export async function fillSoon(box: Locator, text: string): Promise<boolean> {
  try {
    await box.fill(text, { timeout: CLICKED });
    return true;
  } catch {
    return false;
  }
}

/** Clicks on something that should be there, and answers whether it was: what opened may have lost the keyboard and closed again. */
export async function clickSoon(what: Locator): Promise<boolean> {
  try {
    await what.click({ timeout: CLICKED });
    return true;
  } catch {
    return false;
  }
}
