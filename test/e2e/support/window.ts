import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { host, PATIENCE, type Server } from './host';
import { Study, type StudySource } from './study';
import { Workbench } from './workbench';

export interface WindowOptions {
  /** The study to open; a copy is made. */
  study?: StudySource;
  /** User settings on top of the calm ones. */
  settings?: Record<string, unknown>;
  /** The tests tell one story, each building on those before it: all in one window, and none after the first that fails. */
  isStory?: boolean;
  /** Open in Restricted Mode: the workspace is not trusted. */
  restricted?: boolean;
}

/** An open window: the workbench to drive and the study behind it. */
export interface OpenWindow {
  readonly workbench: Workbench;
  readonly page: Page;
  readonly study: Study;
}

/**
 * Opens one window for a `describe` block and closes it afterwards. A failing test leaves a screenshot in `test-results/`,
 * and what comes after it gets a new window on a new study (unless they tell a story): one failure must not look like many.
 * Call it inside `describe` and the result inside a test: `const { workbench } = window();`
 */
export function useWindow(options: WindowOptions = {}): () => OpenWindow {
  let open: OpenWindow | undefined;
  let close: (() => Promise<void>) | undefined;
  const closeIt = async () => {
    await close?.();
    [open, close] = [undefined, undefined];
  };
  let isBroken = false;
  beforeEach('open the window', async function () {
    if (isBroken) this.skip();
    if (open === undefined) [open, close] = await openWindow(options);
  });
  afterEach('picture of a failure', async function () {
    const test = this.currentTest;
    if (test === undefined || test.state === 'passed' || open === undefined) return;
    await screenshot(open.page, `failed ${test.titlePath().join(' ')}`);
    if (options.isStory) isBroken = test.state === 'failed';
    else await closeIt();
  });
  after('close the window', closeIt);
  return () => {
    if (!open) throw new Error('The window is not open: call this inside a test.');
    return open;
  };
}

async function openWindow(options: WindowOptions): Promise<[OpenWindow, () => Promise<void>]> {
  const { browser, addressOf } = host();
  const study = Study.create(options.study ?? 'peer-support');
  const [server, release] = await serverFor(options);
  const context = await browser.newContext({ viewport: { width: 1400, height: 960 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const workbench = new Workbench(page);
  const close = async () => {
    await context.close();
    await release();
  };
  try {
    await page.goto(addressOf(server.origin, study.dir));
    await workbench.waitUntilReady();
  } catch (error) {
    await screenshot(page, 'failed to open');
    await close();
    throw error;
  }
  return [{ workbench, page, study }, close];
}

/** The shared server with this window's settings, or one of its own for Restricted Mode, which is a matter of the server. */
async function serverFor({ settings, restricted }: WindowOptions): Promise<[Server, () => Promise<void>]> {
  if (restricted) {
    const trust = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };
    const own = await host().startServer({ restricted, settings: { ...trust, ...settings } });
    return [own, () => own.stop()];
  }
  const { server } = host();
  const before = readFileSync(server.settingsFile, 'utf8');
  if (settings) writeFileSync(server.settingsFile, JSON.stringify({ ...JSON.parse(before), ...settings }));
  return [server, async () => writeFileSync(server.settingsFile, before)];
}

/** Saves what the window shows in `test-results/`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const file = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 120)}.png`;
  await page.screenshot({ path: path.join(host().results, file), animations: 'disabled' });
}

/** Takes a picture for the README, in a run that was started for that (`npm run pictures`); otherwise does nothing. */
export async function picture(page: Page, name: string): Promise<void> {
  const { pictures } = host();
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });
}
