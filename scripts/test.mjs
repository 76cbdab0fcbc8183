// npm test [-- layer … --grep TEXT]: everything from a fresh clone to one last line with the counts.
import { parseArgs } from 'node:util';
import { ensureDependencies } from './lib/dependencies.mjs';
import { layers } from './lib/layers.mjs';
import { inRepo } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

const mark = '##verbatim-result ';
// Far beyond what any layer takes: a run that hangs must end all the same.
const layerLimit = 15 * 60 * 1000;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string' }, pictures: { type: 'boolean' } },
});
if (values.pictures) process.env.VERBATIM_PICTURES = '1';
const wanted = layers.filter(({ group }) => positionals.length === 0 || positionals.includes(group));
const unknown = positionals.filter(name => !layers.some(({ group }) => group === name));
if (unknown.length > 0) {
  console.error(
    `No such layer: ${unknown.join(', ')}. There are: ${[...new Set(layers.map(({ group }) => group))].join(', ')}.`,
  );
  process.exit(2);
}

await ensureDependencies();
const total = { passed: 0, failed: 0, skipped: 0 };
const isBuilt = await build();
if (!isBuilt) total.failed++;
for (const layer of wanted) if (isBuilt || !layer.needsBuild) await runLayer(layer);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);

async function build() {
  if (!wanted.some(({ needsBuild }) => needsBuild)) return true;
  console.log('▸ Build');
  const { code } = await run(process.execPath, [inRepo('scripts', 'build.mjs'), '--tests'], { cwd: inRepo() });
  return code === 0;
}

/** Runs one layer as a process of its own: what it prints is shown, its counts are added up, and its crash is one failure. */
async function runLayer({ title, command, isCheck, takesGrep }) {
  console.log(`\n▸ ${title}`);
  const started = performance.now();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  let reported = false;
  const onLine = line => {
    // test-electron's own last word says nothing that the counts do not say.
    if (/^Exit code: +[01]$/.test(line)) return true;
    if (!line.includes(mark)) return false;
    Object.assign(counts, JSON.parse(line.slice(line.indexOf(mark) + mark.length)));
    reported = true;
    return true;
  };
  const args = [...command, ...(takesGrep && values.grep ? ['--grep', values.grep] : [])];
  const { code } = await run(process.execPath, args, { cwd: inRepo(), onLine, timeout: layerLimit });
  if (isCheck) Object.assign(counts, code === 0 ? { passed: 1 } : { failed: 1 });
  else if (!reported || (code !== 0 && counts.failed === 0)) {
    console.log(`    ✗ ${title} ended with exit code ${code}${reported ? '' : ' before it gave a result'}`);
    counts.failed++;
  }
  for (const key of Object.keys(total)) total[key] += counts[key];
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `  ${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''} in ${seconds} s`,
  );
}
