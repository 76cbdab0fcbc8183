// npm run package: the extension as a .vsix file that VS Code installs. Works offline.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';
import { inRepo, repoRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

const build = await run(process.execPath, [inRepo('scripts', 'build.mjs'), '--production'], { cwd: repoRoot });
if (build.code !== 0) process.exit(build.code);

const { version } = JSON.parse(readFileSync(inRepo('package.json'), 'utf8'));
const vsix = `verbatim-${version}.vsix`;
// Everything is bundled: no dependency travels along. Links in the README stay as they are: the pictures do travel along.
const options = { cwd: repoRoot, dependencies: false, rewriteRelativeLinks: false };
await createVSIX({ ...options, packagePath: inRepo(vsix), skipLicense: false, allowMissingRepository: true });
const kilobytes = file => (statSync(file).size / 1024).toFixed(1);
for (const file of (await listFiles(options)).sort())
  console.log(`${kilobytes(path.join(repoRoot, file)).padStart(9)} KB  ${file}`);
console.log(`${kilobytes(inRepo(vsix))} KB in all: ${vsix}`);
