// Runs the unit layer: no editor, no window.
import { parseArgs } from 'node:util';
import { runMocha } from './mocha-files.mjs';

const { values } = parseArgs({ options: { grep: { type: 'string' } } });
process.exitCode = (await runMocha('unit', { grep: values.grep, timeout: 10_000 })) > 0 ? 1 : 0;
