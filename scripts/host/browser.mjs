import { createRequire } from 'node:module';
import { packagedChromium } from './chromium.mjs';
import { ensureHost } from './install.mjs';

// The driver belongs to the repository's own packages; this folder's manifest holds only what is heavy.
const { chromium } = createRequire(import.meta.url)('playwright-core');

// Chromium asks home for updates and the like at every start; on a closed network that is noise and delay.
const quietArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-domain-reliability',
  '--no-pings',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

/** Starts a headless browser, driven through playwright. Set VERBATIM_CHROMIUM to use a browser of your own. */
export async function launchBrowser(log) {
  const { dir } = await ensureHost(log);
  const own = process.env.VERBATIM_CHROMIUM;
  const which = own ? { executablePath: own } : (packagedChromium(dir) ?? { channel: 'chrome' });
  return chromium.launch({ ...which, headless: true, args: quietArgs });
}
