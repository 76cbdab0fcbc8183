// npm run bench [-- --sizes S,M | changes | anchoring … | history | query | matrix | agreement]: bundles the benchmark and runs it where it can ask for a garbage collection.
import { build } from 'esbuild';
import { inRepo, repoRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

const outfile = inRepo('dist', 'bench', 'main.js');
await build({
  absWorkingDir: repoRoot,
  entryPoints: ['bench/main.ts'],
  outfile,
  bundle: true,
  // What is shipped is built to know its size.
  external: ['esbuild'],
  platform: 'node',
  target: 'es2023',
  sourcemap: true,
  logLevel: 'warning',
});
const { code } = await run(process.execPath, [
  '--expose-gc',
  '--enable-source-maps',
  outfile,
  ...process.argv.slice(2),
]);
process.exitCode = code;
