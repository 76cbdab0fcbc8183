// npm run bench [-- --sizes S,M | changes | anchoring … | history | query | matrix | agreement | host …]: bundles the benchmark and runs it where it can ask for a garbage collection; `host` opens windows.
import { build } from 'esbuild';
import { inRepo, repoRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

const args = process.argv.slice(2);
const outfile = inRepo('dist', 'bench', 'main.js');
const isInWindow = args[0] === 'host';
if (!isInWindow)
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
const program = isInWindow
  ? [inRepo('bench', 'host', 'run.mjs'), ...args.slice(1)]
  : ['--expose-gc', '--enable-source-maps', outfile, ...args];
const { code } = await run(process.execPath, program);
process.exitCode = code;
