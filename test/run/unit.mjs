// Runs the unit layer, or with --part 1/2 half of its files: no editor, no window. Its time limit is for tests that hang: a busy machine is no fault.
import { parseArgs } from 'node:util';
import { isOfPart, runMocha } from './mocha-files.mjs';

const { values } = parseArgs({ options: { grep: { type: 'string' }, part: { type: 'string', default: '1/1' } } });
const { grep, part } = values;
process.exitCode = (await runMocha('unit', { grep, timeout: 60_000, isOurs: isOfPart(part) })) > 0 ? 1 : 0;
