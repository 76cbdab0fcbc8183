// The ways of a codebook out and in, loaded with the first of them: every format is among it.
export { exportCodebook } from './exportCodebook.js';
export { importCodebook } from './importCodebook.js';
