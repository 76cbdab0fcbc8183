import type { ExpectedFile } from './merge.js';
import type { FileState, Respects } from './state.js';

/** What a file says in which an ideal merge is carried out, with everything that is in question as one side has it. */
export function settled(expected: ExpectedFile, side: 'ours' | 'theirs'): FileState {
  const state = new Map<string, Respects>();
  for (const [subject, one] of expected) {
    if (one.is === 'torn') {
      const chosen = one[side];
      if (chosen !== undefined) state.set(subject, chosen);
    } else if (one.is === 'where') {
      const into = one[side];
      if (into !== undefined) state.set(subject, new Map([['in', into]]));
    } else if (one.is === 'there') {
      const respects = new Map<string, string>();
      for (const [aspect, want] of one.respects) {
        const value =
          want.is === 'open' || want.is === 'any'
            ? 'there'
            : want.is === 'conflict'
              ? want[side]
              : want.is === 'either'
                ? want.values[0]
                : want.is === 'home'
                  ? (want.chain[0] ?? '')
                  : want.value;
        if (value !== undefined) respects.set(aspect, value);
      }
      state.set(subject, respects);
    }
  }
  return state;
}
