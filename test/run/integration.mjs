// Runs the integration layer inside a real VS Code: in the Node extension host, or with --web in the web-worker one. All its tests share
// a window on the sample study with its first seven sessions; with --whole those do that are named `*.whole.*`, on the whole of it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { calmSettings } from '../../scripts/host/settings.mjs';
import { chooseVSCode } from '../../scripts/lib/choose-vscode.mjs';
import { inRepo } from '../../scripts/lib/paths.mjs';
import { copySample } from '../../scripts/lib/study-copy.mjs';

const { values } = parseArgs({
  options: {
    web: { type: 'boolean', default: false },
    whole: { type: 'boolean', default: false },
    grep: { type: 'string' },
  },
});
const tests = `${values.web ? 'web' : 'desktop'}${values.whole ? '-whole' : ''}.js`;
const chosen = await chooseVSCode();
if (chosen.virtualDisplay && !process.env.DISPLAY) {
  // Desktop VS Code without a screen: this script again, on a virtual one.
  const again = spawnSync('xvfb-run', ['-a', process.execPath, ...process.argv.slice(1)], { stdio: 'inherit' });
  process.exit(again.status ?? 1);
}
console.log(`  VS Code: ${chosen.kind}, as ${chosen.reason}.`);

const scratch = mkdtempSync(path.join(os.tmpdir(), 'verbatim-integration-'));
try {
  process.exitCode = await runTests({
    vscodeExecutablePath: chosen.executable,
    extensionDevelopmentPath: inRepo(),
    extensionTestsPath: inRepo('dist', 'test', 'integration', tests),
    launchArgs: [
      copySample(values.whole ? 'peer-support' : 'peer-support@first-seven', path.join(scratch, 'study')),
      ...(values.web ? ['--extensionDevelopmentKind=web'] : []),
      `--user-data-dir=${userData()}`,
      `--extensions-dir=${path.join(scratch, 'extensions')}`,
    ],
  });
} catch {
  // What failed has been printed already.
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
}

/** Settings reach both hosts, a web worker too, which has no environment variables: so they carry the --grep. */
function userData() {
  const dir = path.join(scratch, 'user-data');
  // In a browser VS Code saves of its own accord, which no test here expects.
  const settings = {
    ...calmSettings,
    'files.autoSave': 'off',
    ...(values.grep ? { 'verbatimTest.grep': values.grep } : {}),
  };
  mkdirSync(path.join(dir, 'User'), { recursive: true });
  writeFileSync(path.join(dir, 'User', 'settings.json'), JSON.stringify(settings));
  return dir;
}
