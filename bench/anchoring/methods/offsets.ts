import type { Method } from './method.js';

/** The offsets of the version that was coded, taken into the new text as they are: what tools do that look no further. */
export const offsetsOnly: Method = {
  name: 'offsets only',
  every: 1,
  prepare:
    (_, { points }) =>
    ({ at: [start, end] }) =>
      end <= points.length ? { span: { start, end }, candidates: [] } : { candidates: [] },
};
