// What comparing, showing and deciding on changes takes, loaded when the view is seen or a command is called for the first time.
export { sideOf } from '../../core/review/status.js';
export { commentOn } from './comment.js';
export { compare } from './compare.js';
export { decide } from './decide.js';
export { itemOf } from './items.js';
export { placeOfChange } from './placeOfChange.js';
export { savedState, stagedState, todaysState } from './readStates.js';
export { resolveWish } from './resolveWish.js';
export { reviewText } from './reviewText.js';
export { startComparison } from './startComparison.js';
export { tooltipOf } from './tooltip.js';
