import type { Environment } from '../../../src/core/ports.js';

/** Time that stands still and chance that repeats itself. */
export function fixedEnvironment(): Environment {
  let state = 1;
  return {
    now: () => Date.UTC(2026, 2, 2, 10, 3, 11),
    random: () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    },
  };
}
