import type { Environment } from '../../../src/core/ports.js';

/** Time that stands still and chance that repeats itself; for each seed another one. */
export function fixedEnvironment(seed = 1): Environment {
  let state = seed;
  return {
    now: () => Date.UTC(2026, 2, 2, 10, 3, 11),
    random: () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    },
  };
}
