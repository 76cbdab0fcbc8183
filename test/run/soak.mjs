// Runs the soak layer: long simulations, no editor, no window.
import { parseArgs } from 'node:util';
import { runMocha } from './mocha-files.mjs';

const { values } = parseArgs({ options: { grep: { type: 'string' } } });
// Each test says itself how far it has come; none is to be broken off.
process.exitCode = (await runMocha('soak', { grep: values.grep, timeout: 0 })) > 0 ? 1 : 0;
