// npm start [folder] [--fresh]: the extension at work on a copy of the sample study, or on a folder of yours.
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './lib/dependencies.mjs';
import { openInBrowser, openOnDesktop } from './lib/open-window.mjs';
import { inRepo, repoRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { copySample } from './lib/study-copy.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { fresh: { type: 'boolean', default: false } },
});
const folder = positionals[0] ? givenFolder(positionals[0]) : demoCopy();
await ensureDependencies();
console.log('Building …');
const { code } = await run(process.execPath, [inRepo('scripts', 'build.mjs')], { cwd: repoRoot, quiet: true });
if (code !== 0) process.exit(code);
if (!(await openOnDesktop(folder))) await openInBrowser(folder);

function givenFolder(name) {
  // npm runs scripts from the root of the repository; the person meant the folder they were in.
  const dir = path.resolve(process.env.INIT_CWD ?? process.cwd(), name);
  if (existsSync(dir)) return dir;
  console.error(`There is no folder ${dir}.`);
  process.exit(2);
}

/** A working copy that is its own git repository: what is coded shows as a diff, and the sample stays as it is. */
function demoCopy() {
  const copy = inRepo('.demo', 'peer-support');
  if (values.fresh) rmSync(copy, { recursive: true, force: true });
  if (!existsSync(path.join(copy, '.git'))) {
    rmSync(copy, { recursive: true, force: true });
    copySample('peer-support', copy);
    console.log('Made a working copy of the sample study in .demo/peer-support (npm start -- --fresh makes it anew).');
  }
  return copy;
}
