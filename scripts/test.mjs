// npm test [-- layer … --grep TEXT]: everything from a fresh clone to one last line with the counts.
// npm run test:soak [-- --rounds N --seed N]: the long simulation of people who work together.
import { parseArgs } from 'node:util';
import { ensureHost } from './host/install.mjs';
import { atOnce } from './lib/at-once.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { layers } from './lib/layers.mjs';
import { Lines } from './lib/lines.mjs';
import { inRepo } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

const mark = '##verbatim-result ';
// Far beyond what any layer takes: a run that hangs must end all the same.
const layerLimit = 30 * 60 * 1000;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    grep: { type: 'string' },
    pictures: { type: 'boolean' },
    rounds: { type: 'string' },
    seed: { type: 'string' },
  },
});
for (const name of ['rounds', 'seed']) {
  if (values[name] !== undefined) process.env[`VERBATIM_SOAK_${name.toUpperCase()}`] = values[name];
}
if (values.pictures) process.env.VERBATIM_PICTURES = '1';
const wanted = layers.filter(({ group, isOnRequest }) =>
  positionals.length === 0 ? !isOnRequest : positionals.includes(group),
);
const unknown = positionals.filter(name => !layers.some(({ group }) => group === name));
if (unknown.length > 0) {
  console.error(
    `No such layer: ${unknown.join(', ')}. There are: ${[...new Set(layers.map(({ group }) => group))].join(', ')}.`,
  );
  process.exit(2);
}

await ensureDependencies();
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const isBuilt = await build();
if (!isBuilt) fail(total, 'Build');
for (const layer of wanted) if (isBuilt || !layer.needsBuild) await runLayer(layer);
process.exitCode = total.failed > 0 ? 1 : 0;
// Once more at the end, where one looks first after a run of twenty minutes.
if (failures.length > 0) console.log(`\n▸ Failed`);
for (const failure of failures) console.log(`    ✗ ${failure}`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);

function fail(counts, what) {
  counts.failed++;
  failures.push(what);
}

async function build() {
  if (!wanted.some(({ needsBuild }) => needsBuild)) return true;
  console.log('▸ Build');
  const { code } = await run(process.execPath, [inRepo('scripts', 'build.mjs'), '--tests'], { cwd: inRepo() });
  return code === 0;
}

/** Runs one layer: what it prints is shown, its counts are added up, and its crash is one failure. */
async function runLayer(layer) {
  const { title } = layer;
  // Pictures are taken of one window after the other.
  const parts = values.pictures ? 1 : (layer.parts ?? 1);
  console.log(`\n▸ ${title}`);
  const started = performance.now();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const add = more => {
    for (const key of Object.keys(counts)) counts[key] += more[key];
  };
  // Each part would install it for itself.
  if (parts > 1 && layer.needsHost) await ensureHost();
  // One part at a time is shown, so that what belongs together stands together.
  let isShown = Promise.resolve();
  const start = atOnce(layer.atOnce ?? parts);
  const running = Array.from({ length: parts }, (_, i) => {
    const lines = new Lines();
    const result = start(() => runPart(layer, parts === 1 ? [] : ['--part', `${i + 1}/${parts}`], lines));
    isShown = isShown.then(async () => {
      lines.show();
      add(await result);
    });
    return result;
  });
  await Promise.all([...running, isShown]);
  for (const key of Object.keys(total)) total[key] += counts[key];
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `  ${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''} in ${seconds} s`,
  );
}

/** Runs a layer, or a part of it, as a process of its own, and gives its counts. */
async function runPart(layer, options, lines) {
  const { title, isCheck, isTriedAgain } = layer;
  let { code, reported, errors } = await runProcess(layer, options, lines);
  if (reported === undefined && isTriedAgain) {
    lines.add(`    ↻ ${title} ended with exit code ${code} before it gave a result and is tried once more`);
    ({ code, reported, errors } = await runProcess(layer, options, lines));
  }
  const counts = { passed: 0, failed: 0, skipped: 0, ...reported?.counts };
  failures.push(...(reported?.failures ?? []));
  if (isCheck) {
    if (code === 0) counts.passed++;
    else fail(counts, title);
  } else if (!reported || (code !== 0 && counts.failed === 0)) {
    const what = `${title} ended with exit code ${code}${reported ? '' : ' before it gave a result'}`;
    lines.add(`    ✗ ${what}`);
    // Who has no more than the end of the output must see why.
    fail(counts, [what, ...lines.last, ...errors.trim().split('\n').slice(-15)].join('\n        '));
  }
  return counts;
}

/** Gives the exit code, what went to stderr, and what was reported if it came to that. */
async function runProcess({ command, takesGrep, hours }, options, lines) {
  let reported;
  const onLine = line => {
    if (line.includes(mark)) {
      const { failures, ...counts } = JSON.parse(line.slice(line.indexOf(mark) + mark.length));
      reported = { counts, failures };
      // test-electron's own last word says nothing that the counts do not say.
    } else if (!/^Exit code: +[01]$/.test(line)) lines.add(line);
    return true;
  };
  const args = [...command, ...options, ...(takesGrep && values.grep ? ['--grep', values.grep] : [])];
  const { code, errors } = await run(process.execPath, args, {
    cwd: inRepo(),
    onLine,
    timeout: hours ? hours * 60 * 60 * 1000 : layerLimit,
  });
  return { code, reported, errors };
}
