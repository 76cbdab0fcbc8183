import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { useStage } from '../../run/stage';
import { host, PATIENCE, type Server } from './host';
import { FIRST_SEVEN, Study, type StudySource } from './study';
import { Workbench } from './workbench';

export interface WindowOptions {
  /** The study to open; a copy is made. Without it, the sample study with its first seven sessions. */
  study?: StudySource;
  /** User settings on top of the calm ones. */
  settings?: Record<string, unknown>;
  /** The tests tell one story, each building on those before it: all in one window, and none after the one that fails twice. */
  isStory?: boolean;
  /** Open in Restricted Mode: the workspace is not trusted. */
  restricted?: boolean;
  /** The settings are this window's alone, as those of another person; else all windows share them. */
  ownSettings?: boolean;
}

/** An open window: the workbench to drive and the study behind it. */
export interface OpenWindow {
  readonly workbench: Workbench;
  readonly page: Page;
  readonly study: Study;
}

/** An open window that a test closes itself. */
type OwnWindow = OpenWindow & { close(): Promise<void> };

/**
 * Opens one window for a `describe` block and closes it afterwards. A failing test leaves a screenshot in `test-results/`,
 * and what comes after it gets a new window on a new study; a story is told again from its beginning there (see `useStage`).
 * Call it inside `describe` and the result inside a test: `const { workbench } = window();`
 */
export function useWindow(options: WindowOptions = {}): () => OpenWindow {
  return useStage({
    isStory: options.isStory ?? false,
    open: () => openWindow(options),
    close: window => window.close(),
    keep: async ({ page }, titles) => {
      const name = `failed ${titles.join(' ')}`;
      await screenshot(page, name).catch(error => console.log(`    No picture of what failed: ${error}`));
    },
  });
}

/**
 * Opens a window; inside a test, which closes it.
 * @param study one that another window has open; without it, the one that the options name
 */
export async function openWindow(
  options: WindowOptions,
  study = Study.create(options.study ?? FIRST_SEVEN),
): Promise<OwnWindow> {
  const { browser, addressOf } = host();
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
    await screenshot(page, 'failed to open').catch(() => undefined);
    await close();
    throw error;
  }
  return { workbench, page, study, close };
}

/** The shared server with this window's settings, or one of its own: settings, and Restricted Mode, are a matter of the server. */
async function serverFor({ settings, restricted, ownSettings }: WindowOptions): Promise<[Server, () => Promise<void>]> {
  if (restricted || ownSettings) {
    const trust = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };
    const own = await host().startServer(
      restricted ? { restricted, settings: { ...trust, ...settings } } : { settings: settings ?? {} },
    );
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
