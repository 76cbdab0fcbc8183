import { existsSync, readdirSync } from 'node:fs';
import { commonJsParts } from './parts.mjs';
import { inRepo, repoRoot } from './paths.mjs';
import { sourceLocations, testList } from './test-plugins.mjs';
import { vscodeApi } from './vscode-api.mjs';

const node = { platform: 'node' };
// The worker condition, because `browser` builds of some packages reach for a document that a web worker does not have.
const webWorker = { platform: 'neutral', mainFields: ['browser', 'module', 'main'], conditions: ['worker', 'browser'] };
const webview = { platform: 'browser', format: 'iife' };
const vscode = ['vscode'];

/** How everything is built. */
export const buildOptions = isProduction => ({
  absWorkingDir: repoRoot,
  bundle: true,
  format: 'cjs',
  target: 'es2023',
  sourcemap: true,
  sourcesContent: false,
  minify: isProduction,
  metafile: true,
});

/** Parts that are loaded when they are needed are files of their own, in `dist/extension`. */
export const desktopExtension = {
  ...node,
  entryPoints: [{ in: 'src/extension/desktop.ts', out: 'extension' }],
  outdir: 'dist',
  chunkNames: 'extension/[name]-[hash]',
  external: vscode,
  plugins: [commonJsParts],
};

/** What ships: the extension for both kinds of host, the command line, and each webview's script. */
export function productBundles() {
  return [
    desktopExtension,
    {
      ...webWorker,
      entryPoints: ['src/extension/web.ts'],
      outfile: 'dist/extension.web.js',
      external: vscode,
      plugins: [vscodeApi],
    },
    { ...node, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
    ...webviewNames().map(name => ({
      ...webview,
      entryPoints: [`src/webview/${name}/main.ts`],
      outfile: `dist/webview/${name}.js`,
    })),
  ].filter(hasSource);
}

/**
 * The tests of every layer. Packages that find their own files at run time stay outside the bundles, and so does fast-check,
 * whose seed is set once for all of them.
 */
export function testBundles() {
  const external = [
    'vscode',
    'mocha',
    'esbuild',
    'typescript',
    'vscode-oniguruma',
    'playwright-core',
    'fast-check',
    'xmllint-wasm',
  ];
  const each = layer => ({
    ...node,
    entryPoints: testFiles(layer),
    outbase: `test/${layer}`,
    outdir: `dist/test/${layer}`,
    external,
    plugins: [sourceLocations],
  });
  const integration = testFiles('integration');
  return [
    { ...node, entryPoints: ['test/run/report.ts'], outfile: 'dist/test/report.js' },
    each('unit'),
    ...windowTests(
      integration.filter(file => !file.includes('.whole.')),
      '',
      external,
    ),
    ...windowTests(
      integration.filter(file => file.includes('.whole.')),
      '-whole',
      external,
    ),
    each('e2e'),
    each('soak'),
  ].filter(hasSource);
}

/** A bundle for each extension host of those integration tests that share a window. */
function windowTests(files, name, external) {
  return [
    {
      ...node,
      entryPoints: ['test/run/integration-desktop.ts'],
      outfile: `dist/test/integration/desktop${name}.js`,
      external,
      plugins: [testList(files), sourceLocations],
    },
    {
      ...webWorker,
      entryPoints: ['test/run/integration-web.ts'],
      outfile: `dist/test/integration/web${name}.js`,
      external: vscode,
      alias: { 'node:assert/strict': './test/integration/support/assert.ts' },
      plugins: [testList(files.filter(file => !file.endsWith('.desktop.test.ts')))],
    },
  ];
}

function testFiles(layer) {
  return readdirSync(inRepo('test', layer), { recursive: true })
    .map(file => `test/${layer}/${file.replaceAll('\\', '/')}`)
    .filter(file => file.endsWith('.test.ts'))
    .sort();
}

function webviewNames() {
  const dir = inRepo('src', 'webview');
  if (!existsSync(dir)) return [];
  return readdirSync(dir).filter(name => existsSync(inRepo('src', 'webview', name, 'main.ts')));
}

/** An entry whose source does not exist (yet) is left out. */
function hasSource({ entryPoints }) {
  return entryPoints.length > 0 && existsSync(inRepo(entryPoints[0].in ?? entryPoints[0]));
}
