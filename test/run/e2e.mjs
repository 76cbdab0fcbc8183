// Runs the end-to-end layer, or with --part 1/2 half of its files: one server and one browser for all of them, which drive the window
// as a person would.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { windowAddress } from '../../scripts/host/address.mjs';
import { launchBrowser } from '../../scripts/host/browser.mjs';
import { onProcessEnd } from '../../scripts/host/cleanup.mjs';
import { startServer } from '../../scripts/host/server.mjs';
import { inRepo, repoRoot } from '../../scripts/lib/paths.mjs';
import { copySample, makeRepository } from '../../scripts/lib/study-copy.mjs';
import { isOfPart, runMocha } from './mocha-files.mjs';

const { values } = parseArgs({ options: { grep: { type: 'string' }, part: { type: 'string', default: '1/1' } } });
const scratch = mkdtempSync(path.join(os.tmpdir(), 'verbatim-e2e-'));
onProcessEnd(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));
const results = inRepo('test-results');
// Later parts keep what an earlier one has left there by now.
if (values.part.startsWith('1/')) rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

// Windows are closed and never come back: what ran for them need not go on beside those that follow.
const start = options => startServer({ ...options, extensions: [repoRoot], patience: 10 });
const [server, browser] = await Promise.all([start(), launchBrowser()]);
// The test bundles are loaded into this process and find here what was started for them (see support/host.ts).
globalThis.verbatimHost = {
  browser,
  server,
  results,
  scratch,
  pictures: process.env.VERBATIM_PICTURES ? inRepo('docs', 'pictures') : undefined,
  startServer: start,
  copySample,
  makeRepository,
  addressOf: windowAddress,
};
const { grep, part } = values;
const failures = await runMocha('e2e', { grep, timeout: 180_000, isRetried: true, isOurs: isOfPart(part) });
await Promise.allSettled([browser.close(), server.stop()]);
process.exit(failures > 0 ? 1 : 0);
