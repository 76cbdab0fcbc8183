import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Mocha from 'mocha';
import { inRepo } from '../../scripts/lib/paths.mjs';

const require = createRequire(import.meta.url);

/** Property tests draw the same cases at every run, so that a change is to blame for a failure; `random` draws new ones. */
function seedPropertyTests() {
  const fc = require('fast-check');
  const wish = process.env.VERBATIM_SEED;
  if (wish !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wish ?? 20260302) });
}

/**
 * Runs the bundled test files of a layer with mocha in this process; gives the number of failures.
 * @param isOurs gets a file and its number; says whether it is to run, as all do where it is not given
 */
export function runMocha(layer, { grep, timeout, isRetried, rootHooks, isOurs = () => true }) {
  const { report, retries } = require(inRepo('dist', 'test', 'report.js'));
  seedPropertyTests();
  const mocha = new Mocha({ ui: 'bdd', timeout, retries: isRetried ? retries : 0, rootHooks, reporter: class {} });
  if (grep) mocha.grep(grep);
  for (const file of testFiles(inRepo('dist', 'test', layer)).filter(isOurs)) mocha.addFile(file);
  return new Promise(resolve => report(mocha.run(resolve), text => console.log(text)));
}

/** Tells the files of one part of a layer from those of the others. @param part such as `1/2` */
export function isOfPart(part) {
  const [number, parts] = part.split('/').map(Number);
  return (_, i) => i % parts === number - 1;
}

function testFiles(dir) {
  if (!existsSync(dir)) return [];
  const files = readdirSync(dir, { recursive: true }).filter(file => file.endsWith('.test.js'));
  return files.sort().map(file => path.join(dir, file));
}
