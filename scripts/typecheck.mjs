// One compiler run for each world: the core sees neither Node nor vscode nor a DOM, so a slip there does not compile.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const tsc = path.join(path.dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
let failed = false;
for (const project of ['src/core', 'src/webview', '.', 'test/e2e']) {
  const run = spawnSync(process.execPath, [tsc, '-p', project], { stdio: 'inherit' });
  failed ||= run.status !== 0;
}
process.exit(failed ? 1 : 0);
