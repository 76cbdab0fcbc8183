// Bundles everything. `--production` minifies, `--tests` adds the test bundles, `--watch` goes on building at every change.
import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { context } from 'esbuild';
import { buildOptions, productBundles, testBundles } from './lib/bundles.mjs';
import { inRepo, repoRoot } from './lib/paths.mjs';

const flags = new Set(process.argv.slice(2));
const isProduction = flags.has('--production');
const common = {
  ...buildOptions(isProduction),
  logLevel: 'warning',
  plugins: [{ name: 'report', setup: build => build.onEnd(report) }],
};

// Parts have a name of their own for each content. A build that goes on leaves them: windows that are open still ask for theirs.
rmSync(inRepo('dist', 'extension'), { recursive: true, force: true });
// Bundles of tests that were renamed or deleted would still run.
if (flags.has('--tests')) rmSync(inRepo('dist', 'test'), { recursive: true, force: true });
const bundles = [...productBundles(), ...(flags.has('--tests') ? testBundles() : [])];
const contexts = await Promise.all(
  bundles.map(bundle => context({ ...common, ...bundle, plugins: [...(bundle.plugins ?? []), ...common.plugins] })),
);
if (flags.has('--watch')) {
  await Promise.all(contexts.map(one => one.watch()));
} else {
  const results = await Promise.allSettled(contexts.map(one => one.rebuild()));
  await Promise.all(contexts.map(one => one.dispose()));
  process.exitCode = results.some(result => result.status === 'rejected') ? 1 : 0;
}

function report({ metafile, outputFiles }) {
  if (!metafile) return;
  const written = outputFiles?.map(({ path: file }) => path.relative(repoRoot, file)) ?? Object.keys(metafile.outputs);
  const files = written.filter(file => !file.endsWith('.map'));
  const size = list =>
    `${(list.reduce((sum, file) => sum + statSync(path.join(repoRoot, file)).size, 0) / 1024).toFixed(1)} KB`;
  // Test files and parts are many and small: one line for the folder.
  const parts = files.filter(file => file !== path.join('dist', 'extension.js'));
  for (const file of files.filter(file => !parts.includes(file))) console.log(`${file}  ${size([file])}`);
  if (parts.length > 3) console.log(`${commonFolder(parts)}/ (${parts.length} bundles)  ${size(parts)}`);
  else for (const file of parts) console.log(`${file}  ${size([file])}`);
}

function commonFolder(files) {
  return files.map(path.dirname).reduce((a, b) => {
    let shared = a;
    while (`${b}/`.indexOf(`${shared}/`) !== 0) shared = path.dirname(shared);
    return shared;
  });
}
