import { Anchors } from '../../../src/core/anchoring/anchors.js';
import type { Method } from './method.js';

/** Ours, with the version that was coded at hand, as git has it. */
export const ours: Method = {
  name: 'ours',
  every: 1,
  prepare: (first, now) => {
    const anchors = new Anchors(now.points, now.base, new Map([[first.base, first.points.text]]));
    return record => anchors.resolve(record);
  },
};

/** Ours, where there is no git or it no longer has the version. */
export const oursWithoutGit: Method = {
  name: 'ours, without git',
  every: 3,
  prepare: (_, now) => {
    const anchors = new Anchors(now.points, now.base);
    return record => anchors.resolve(record);
  },
};
