#!/usr/bin/env node
import { testAddress } from './address.mjs';
import { launchBrowser } from './browser.mjs';
import { printMessage } from './console.mjs';
import { parseFlags } from './flags.mjs';
import { startServer } from './server.mjs';
// A drop-in VS Code: an executable that takes VS Code's own test flags, runs the window in a headless browser, prints what
// the extension host prints, and exits as the tests do. @vscode/test-electron takes it for the real program.
import { webWorkerSettings } from './web-worker.mjs';

const flags = parseFlags(process.argv.slice(2));
const limit = Number(process.env.VERBATIM_HOST_TIMEOUT ?? 600) * 1000;
if (!flags.tests) {
  console.error(
    'This stand-in for VS Code only runs extension tests: --extensionTestsPath is missing. To open a window: npm start',
  );
  process.exit(2);
}

const tooLong = setTimeout(() => {
  console.error(
    `The window did not finish its tests within ${limit / 1000} s (VERBATIM_HOST_TIMEOUT changes the limit).`,
  );
  process.exit(1);
}, limit);
// Every test of ours ends sooner than this and says so: a window that is silent for longer has stopped.
const silence = 150_000;
process.exitCode = await runTests();
clearTimeout(tooLong);

async function runTests() {
  const { userDataDir, extensionsDir, restricted } = flags;
  const settings = flags.webWorker ? webWorkerSettings(flags.extensions) : {};
  const [server, browser] = await Promise.all([
    startServer({ userDataDir, extensionsDir, restricted, settings, driver: true }),
    launchBrowser(),
  ]);
  try {
    return await untilTestsEnd(browser, testAddress(server.origin, flags));
  } finally {
    await Promise.allSettled([browser.close(), server.stop()]);
  }
}

async function untilTestsEnd(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  let isOver = false;
  const last = [];
  let whenSilent;
  const hear = text => {
    whenSilent.refresh();
    last.push(text.slice(0, 300));
    if (last.length > 12) last.shift();
  };
  const ended = new Promise((resolve, reject) => {
    whenSilent = setTimeout(() => {
      const heard = last.map(text => `\n    ${text}`).join('');
      reject(new Error(`The window has said nothing for ${silence / 1000} s. The last it said:${heard}`));
    }, silence);
    page.on('console', message => hear(message.text()));
    page.once('crash', () => reject(new Error('The browser window crashed.')));
    browser.once('disconnected', () => reject(new Error('The browser ended before the tests did.')));
    page
      .exposeFunction('codeAutomationExit', code => {
        // What the window says while it is torn down is of no interest.
        isOver = true;
        resolve(code === 0 ? 0 : 1);
      })
      .catch(reject);
  });
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    hear(args.map(String).join(' '));
    if (!isOver) printMessage(type, args);
  });
  const opened = page.goto(address, { timeout: silence });
  try {
    return await Promise.race([ended, opened.then(() => ended)]);
  } finally {
    clearTimeout(whenSilent);
  }
}
