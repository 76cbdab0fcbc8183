import { randomBytes } from 'node:crypto';
import type { Environment } from '../core/ports.js';

const RANDOM_BYTES = 6;

/** The real clock and the system's source of chance. */
export const systemEnvironment: Environment = {
  now: () => Date.now(),
  random: () => randomBytes(RANDOM_BYTES).readUIntBE(0, RANDOM_BYTES) / 2 ** (8 * RANDOM_BYTES),
};
