// npm run bench -- host [--size M|L] [--rounds N] [--scene NAME,NAME] [--only] [--keep FOLDER]: types in the real VS Code and looks what keeps
// the extension host busy. `--only`: at this size alone, and without gates; `--keep`: recordings are kept in a folder.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { windowAddress } from '../../scripts/host/address.mjs';
import { launchBrowser } from '../../scripts/host/browser.mjs';
import { onProcessEnd } from '../../scripts/host/cleanup.mjs';
import { startServer } from '../../scripts/host/server.mjs';
import { inRepo, repoRoot } from '../../scripts/lib/paths.mjs';
import { run } from '../../scripts/lib/run.mjs';
import { copySample, makeRepository } from '../../scripts/lib/study-copy.mjs';

const outfile = inRepo('dist', 'bench', 'host.js');
// As it ships: what is minified loads faster.
const built = await run(process.execPath, [inRepo('scripts', 'build.mjs'), '--production'], {
  cwd: repoRoot,
  quiet: true,
});
if (built.code !== 0) process.exit(2);
await build({
  absWorkingDir: repoRoot,
  entryPoints: ['bench/host/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'es2023',
  sourcemap: true,
  external: ['playwright-core'],
  logLevel: 'warning',
});
const scratch = mkdtempSync(path.join(os.tmpdir(), 'verbatim-bench-host-'));
onProcessEnd(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));
// Extension hosts have the environment of their server: so the probe in them learns where it is asked.
process.env.VERBATIM_PROBE = path.join(scratch, 'probe.sock');
const start = options =>
  startServer({ ...options, extensions: [repoRoot, inRepo('bench', 'host', 'probe')], patience: 10 });
const [server, browser] = await Promise.all([
  start({ settings: { 'files.autoSave': 'off', 'verbatim.coder': 'EA' } }),
  launchBrowser(),
]);
// As in the end-to-end tests, whose way of driving a window the benchmark uses.
globalThis.verbatimHost = {
  browser,
  server,
  results: scratch,
  scratch,
  pictures: undefined,
  startServer: start,
  copySample,
  makeRepository,
  addressOf: windowAddress,
};
try {
  const { default: bundle } = await import(outfile);
  process.exitCode = await bundle.benchHost(process.argv.slice(2));
} finally {
  await Promise.allSettled([browser.close(), server.stop()]);
}
process.exit();
